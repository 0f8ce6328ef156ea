// verdict: broken
// says: has a syntax error
class Controller {
  @post('/predict')
  predict() {}
}
export default new Controller();
