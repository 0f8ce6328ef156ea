import { SwaggerUI } from '@hono/swagger-ui';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readDocsAsset } from './docs-assets.ts';
import { oauth2RedirectPage } from './oauth2-redirect.ts';
import { detailReply } from './replies.ts';
import { writePythonJson } from './write-python-json.ts';

/** The pages FastAPI serves for GET and HEAD alike. */
export const docsPaths = ['/openapi.json', '/docs', '/docs/oauth2-redirect', '/redoc'];

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8' };

/**
 * Adds /openapi.json, /docs and /redoc, which load everything from this server, also where the app is mounted below a
 * path.
 */
export function addDocs(app: OpenAPIHono, title: string, describe: () => object): void {
  let document: string | undefined;
  app.get('/openapi.json', (c) => {
    document ??= writePythonJson(describe());
    return c.body(document, 200, { 'content-type': 'application/json' });
  });
  app.get('/docs', (c) => c.body(swaggerPage(title, readPrefix(c)), 200, htmlHeaders));
  app.get('/docs/oauth2-redirect', (c) => c.body(oauth2RedirectPage, 200, htmlHeaders));
  app.get('/redoc', (c) => c.body(redocPage(title, readPrefix(c)), 200, htmlHeaders));
  app.get('/docs-assets/:folder/:file', async (c) => {
    const asset = await readDocsAsset(c.req.param('folder'), c.req.param('file'));
    if (asset === undefined) return detailReply(c, 404, 'Not Found');
    return c.body(asset.bytes, 200, { 'content-type': asset.contentType });
  });
}

/** The path that the app is mounted at: whoever passes requests on says so. */
function readPrefix(c: Context): string {
  const prefix = c.req.header('x-forwarded-prefix') ?? '';
  return /^(?:\/[\w-]+)+$/.test(prefix) ? prefix : '';
}

function swaggerPage(title: string, prefix: string): string {
  const swagger = SwaggerUI({
    // The component adds the folder `swagger-ui-dist` itself.
    baseUrl: `${prefix}/docs-assets`,
    url: `${prefix}/openapi.json`,
    layout: 'BaseLayout',
    deepLinking: true,
    showExtensions: true,
    showCommonExtensions: true,
    oauth2RedirectUrl: `${prefix}/docs/oauth2-redirect`,
    validatorUrl: 'none',
  });
  return page(`${title} - Swagger UI`, prefix, '', swagger);
}

function redocPage(title: string, prefix: string): string {
  return page(
    `${title} - ReDoc`,
    prefix,
    // Redoc's credit carries a picture from its maker's server, which must not be asked for.
    '<style>body { margin: 0; padding: 0; } a > img { display: none; }</style>',
    `<redoc spec-url="${prefix}/openapi.json"></redoc><script src="${prefix}/docs-assets/redoc/redoc.standalone.js"></script>`,
  );
}

/** A page that may load nothing from anywhere else, whatever the scripts on it would like. */
function page(title: string, prefix: string, head: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${prefix}/docs-assets/swagger-ui-dist/favicon-32x32.png">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
