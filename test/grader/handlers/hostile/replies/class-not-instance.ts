// verdict: failed
// says: not a Response
export default () => Response;
