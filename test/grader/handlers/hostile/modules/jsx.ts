// verdict: broken
// says: has a syntax error
export default () => new Response(<p>hello</p>);
