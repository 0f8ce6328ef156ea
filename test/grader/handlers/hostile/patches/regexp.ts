// verdict: broken
// says: no test
export default () => {
  RegExp.prototype.exec = () => null;
  RegExp.prototype.test = () => {
    throw new Error('no test');
  };
  throw new Error('with broken patterns');
};
