import { afterEach, expect, test, vi } from 'vitest';
import { createMetrics } from '../../../labs/50-predict/parts/metrics.ts';
import { createLab } from '../../../labs/kit/lab.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

function createApp() {
  const app = createLab({ title: 'Counted' });
  const metrics = createMetrics(app);
  app.use(metrics.countRequests);
  app.get('/fast', (c) => c.text('done'));
  app.get('/crash', () => {
    throw new Error('crash');
  });
  return { app, metrics };
}

test('a bucket contains what the ones before it contain, and infinity all', async () => {
  const { app, metrics } = createApp();
  const durationsMs = [0.5, 1, 3, 90, 700];
  const timesMs = durationsMs.flatMap((durationMs) => [1000, 1000 + durationMs]);
  vi.spyOn(performance, 'now').mockImplementation(() => timesMs.shift() ?? 0);
  for (const _ of durationsMs) await app.request('/fast');
  expect(metrics.write()).toBe(`# HELP http_requests_total Requests answered.
# TYPE http_requests_total counter
http_requests_total{path="/fast",status="200"} 5
# HELP http_request_duration_seconds Time until there was a reply.
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{path="/fast",le="0.001"} 2
http_request_duration_seconds_bucket{path="/fast",le="0.005"} 3
http_request_duration_seconds_bucket{path="/fast",le="0.025"} 3
http_request_duration_seconds_bucket{path="/fast",le="0.1"} 4
http_request_duration_seconds_bucket{path="/fast",le="0.5"} 4
http_request_duration_seconds_bucket{path="/fast",le="+Inf"} 5
http_request_duration_seconds_sum{path="/fast"} 0.7945
http_request_duration_seconds_count{path="/fast"} 5
`);
});

test('a crash counts as 500, and paths that no route has are one', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { app, metrics } = createApp();
  await app.request('/crash');
  for (const path of ['/.env', '/wp-login.php', '/fast/']) await app.request(path);
  const counts = metrics.write().match(/^http_requests_total.*$/gm);
  expect(counts).toEqual([
    'http_requests_total{path="/crash",status="500"} 1',
    'http_requests_total{path="other",status="307"} 1',
    'http_requests_total{path="other",status="404"} 2',
  ]);
});
