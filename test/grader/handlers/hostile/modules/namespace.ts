// verdict: failed
// says: the body: expected
namespace Limits {
  export const most = 10;
}
export default () => Response.json({ most: Limits.most });
