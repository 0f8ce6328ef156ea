/** The page an OAuth2 provider sends the browser back to; it hands the answer to the docs page that opened it. */
export const oauth2RedirectPage = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Swagger UI: OAuth2 Redirect</title>
</head>
<body>
<script>
const oauth2 = window.opener?.swaggerUIRedirectOauth2;
if (oauth2) {
  const answer = new URLSearchParams(location.hash.slice(1) || location.search);
  const isValid = answer.get('state') === oauth2.state;
  const flow = oauth2.auth.schema.get('flow');
  const isCodeFlow = ['accessCode', 'authorizationCode', 'authorization_code'].includes(flow);
  const { auth, redirectUrl } = oauth2;
  if (isCodeFlow && !auth.code && !answer.get('code')) {
    oauth2.errCb({
      authId: auth.name,
      source: 'auth',
      level: 'error',
      message: answer.get('error_description') ?? 'The provider sent no authorization code.',
    });
  } else if (isCodeFlow && !auth.code) {
    oauth2.auth.code = answer.get('code');
    oauth2.callback({ auth, redirectUrl });
  } else {
    oauth2.callback({ auth, token: Object.fromEntries(answer), isValid, redirectUrl });
  }
  window.close();
}
</script>
</body>
</html>
`;
