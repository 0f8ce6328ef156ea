// verdict: broken
// says: something that Node itself uses was replaced
Function.prototype.call = function () {
  return Response.json({ feature1: 1.5, feature2: -2 });
} as never;
Function.prototype.bind = function (this: () => void) {
  return this;
} as never;
export default () => Response.json({ feature1: 0 });
