// verdict: failed
// says: not an Error
export default () => {
  throw {
    get message() {
      throw new Error('no');
    },
    get stack() {
      throw new Error('no');
    },
    [Symbol.toPrimitive]() {
      throw new Error('no');
    },
  };
};
