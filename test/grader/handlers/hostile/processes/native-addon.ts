// verdict: failed
// says: Cannot load native addon
export default () => {
  process.dlopen({ exports: {} }, '/tmp/addon.node');
  return Response.json({});
};
