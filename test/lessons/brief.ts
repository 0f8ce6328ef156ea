/** A line of the notes that the course teaches, and where it is taught. */
export type TaughtLine = {
  line: string;
  lesson: string;
  lab: string;
  /** Exercises of that lesson; none where the line is only to be said. */
  exercises: string[];
  /** Questions of that lesson that ask for it. */
  questions: string[];
  /** What the lesson's text or code must hold, so that the line itself is taught. */
  says: string[];
  /** Where the line is dated or simplified: of what the lesson gives to say in its place. */
  instead?: string;
};

/** Every line of the notes, in their order. */
export const brief: TaughtLine[] = [
  {
    line: 'FastAPI is a modern, high-performance Python web framework for building APIs with automatic documentation, based on standard Python type hints.',
    lesson: 'what-is-fastapi',
    lab: 'hello',
    exercises: ['hello/say-hello'],
    questions: ['define-fastapi', 'fastapi-own-part'],
    says: ['modern', 'high-performance', 'web framework', 'automatic documentation', 'type hints'],
  },
  {
    line: 'high-performance',
    lesson: 'fast',
    lab: 'compare',
    exercises: [],
    questions: ['fast-against-what'],
    says: ['TechEmpower', 'below Uvicorn and Starlette', 'one two-core machine'],
    instead: 'below Starlette and Uvicorn',
  },
  {
    line: 'Fast: Built on Starlette + Uvicorn; faster than Flask due to async support',
    lesson: 'fast',
    lab: 'compare',
    exercises: ['async/ask-together'],
    questions: ['fast-against-what', 'faster-than-flask', 'flask-async-view'],
    says: ['Starlette', 'Uvicorn', 'faster than Flask', 'WSGI'],
    instead: 'Async by itself speeds up no single one.',
  },
  {
    line: 'Async Support: Native async/await makes it suitable for high-concurrency workloads',
    lesson: 'async',
    lab: 'async',
    exercises: ['async/do-not-block'],
    questions: ['async-what-it-buys', 'async-what-await-does', 'async-thread-pool-limit'],
    says: ['async def', 'await', 'high-concurrency', 'event loop'],
    instead: 'For many requests that wait on I/O.',
  },
  {
    line: 'Type-Hinting: Uses Python 3.6+ type hints for validation, serialization, and docs',
    lesson: 'types',
    lab: 'types',
    exercises: ['types/infer-the-type', 'types/tell-them-apart', 'hello/type-the-parameters'],
    questions: ['hints-at-run-time', 'one-declaration'],
    says: ['__annotations__', 'docs', 'check'],
  },
  {
    line: 'Python 3.6+',
    lesson: 'what-is-fastapi',
    lab: 'hello',
    exercises: [],
    questions: ['python-versions'],
    says: ['3.6', '3.10'],
    instead: 'FastAPI 0.142 needs Python 3.10 or newer.',
  },
  {
    line: 'Auto Docs: Generates OpenAPI + Swagger UI automatically from your code',
    lesson: 'docs',
    lab: 'docs',
    exercises: ['docs/describe-the-route', 'docs/lock-the-route'],
    questions: ['where-docs-come-from', 'swagger-or-openapi'],
    says: ['OpenAPI', 'Swagger UI', 'ReDoc'],
    instead: 'It generates an OpenAPI document from what my code declares',
  },
  {
    line: 'Validation: Built-in request/response validation using Pydantic',
    lesson: 'validation',
    lab: 'validation',
    exercises: ['predict/type-the-input', 'predict/answer-422', 'validation/nest-the-models'],
    questions: ['what-happens-on-bad-input', 'response-validation'],
    says: ['422', 'Pydantic', 'response'],
    instead: 'once I declare a return type or response_model',
  },
  {
    line: 'Modular & Lightweight: Can be used for small apps, or as a microservice backend',
    lesson: 'modular',
    lab: 'routers',
    exercises: ['routers/version-the-api'],
    questions: ['split-a-large-main', 'what-plain-fastapi-lacks'],
    says: ['APIRouter', 'include_router', 'lightweight'],
    instead: 'It starts as one file and grows by routers',
  },
  {
    line: 'Great Dev Experience: Clear error messages, auto-complete in IDEs, minimal boilerplate',
    lesson: 'developer-experience',
    lab: 'hello',
    exercises: ['hello/choose-and-list'],
    questions: ['dx-what-is-overstated', 'dx-how-to-test'],
    says: ['editor', 'error', 'boilerplate'],
    instead: 'Clear to clients with bad input',
  },
  {
    line: 'Starlette – Web framework for ASGI apps (routing, middleware, sessions)',
    lesson: 'starlette',
    lab: 'middleware',
    exercises: [
      'middleware/time-and-name-requests',
      'middleware/answer-preflights',
      'middleware/handle-errors',
    ],
    questions: ['starlette-what-fastapi-adds', 'starlette-middleware-order'],
    says: ['ASGI', 'routing', 'middleware', 'session'],
    instead: 'Sessions are one optional middleware: a signed cookie.',
  },
  {
    line: 'Uvicorn – ASGI server for running FastAPI apps',
    lesson: 'uvicorn',
    lab: 'server',
    exercises: ['server/answer-by-hand', 'server/stream-the-reply'],
    questions: ['uvicorn-what-it-does', 'uvicorn-asgi-versus-wsgi'],
    says: ['ASGI', 'scope', 'receive', 'send'],
    instead: 'FastAPI runs on any ASGI server',
  },
  {
    line: 'Pydantic – Data parsing, validation, and serialization',
    lesson: 'pydantic',
    lab: 'validation',
    exercises: ['validation/patch-what-was-sent'],
    questions: ['pydantic-what-it-does', 'pydantic-where-rules-go'],
    says: ['pars', 'validat', 'serializ'],
  },
  {
    line: 'Building RESTful APIs',
    lesson: 'rest',
    lab: 'rest',
    exercises: ['rest/create-and-read', 'rest/page-and-filter', 'rest/move-in-a-transaction'],
    questions: ['safe-and-idempotent', 'statuses-of-a-create', 'is-it-really-rest'],
    says: ['resource', 'idempotent', '201'],
  },
  {
    line: 'or microservices',
    lesson: 'microservices',
    lab: 'microservices',
    exercises: ['microservices/break-the-circuit', 'microservices/answer-twice-the-same'],
    questions: ['monolith-or-microservices', 'circuit-breaker-states'],
    says: ['timeout', 'retr', 'idempotency'],
  },
  {
    line: 'Backend for ML models (e.g., … or prediction endpoints)',
    lesson: 'predict',
    lab: 'predict',
    exercises: ['predict/serve-the-model', 'predict/predict-the-batch'],
    questions: ['walk-through-predict', 'def-or-async-def'],
    says: ['/predict', 'model'],
  },
  {
    line: 'Backend for ML models (e.g., expose LLMs …)',
    lesson: 'llm',
    lab: 'llm',
    exercises: ['llm/stream-the-tokens', 'llm/keep-the-limits'],
    questions: ['expose-an-llm', 'llm-rate-limits', 'client-hangs-up'],
    says: ['token', 'stream', 'StreamingResponse'],
    instead: 'an LLM proxy waits, in an async def',
  },
  {
    line: 'Real-time apps with WebSockets',
    lesson: 'realtime',
    lab: 'realtime',
    exercises: ['realtime/echo-and-close', 'realtime/broadcast-to-the-room'],
    questions: ['realtime-choose-the-way', 'realtime-scale-to-two-workers'],
    says: ['WebSocket', '101'],
    instead: 'server-sent events for progress, news and LLM tokens',
  },
  {
    line: 'Lightweight alternatives to Flask/Django for API-only services',
    lesson: 'flask-and-django',
    lab: 'compare',
    exercises: ['compare/validate-by-hand', 'compare/port-the-route'],
    questions: ['fastapi-or-flask', 'fastapi-or-django'],
    says: ['Flask', 'Django', 'lightweight'],
    instead: 'Compared with Flask it brings more for an API',
  },
  ...codeLine('from fastapi import FastAPI', 'walk-through-predict'),
  ...codeLine('from pydantic import BaseModel', 'walk-through-predict'),
  ...codeLine('import joblib', 'pickle-safety'),
  ...codeLine('app = FastAPI()', 'walk-through-predict'),
  ...codeLine('# Load ML model', 'where-to-load-the-model'),
  ...codeLine(
    'model = joblib.load("model.pkl")',
    'where-to-load-the-model',
    'I load it in the lifespan, and only a file of my own pipeline.',
  ),
  ...codeLine('class Input(BaseModel):', 'walk-through-predict'),
  ...codeLine('feature1: float', 'nan-hole'),
  ...codeLine('feature2: float', 'nan-hole'),
  ...codeLine('@app.post("/predict")', 'form-instead-of-json'),
  ...codeLine('def predict(data: Input):', 'def-or-async-def'),
  ...codeLine('pred = model.predict([[data.feature1, data.feature2]])', 'walk-through-predict'),
  ...codeLine('return {"prediction": pred[0]}', 'numpy-int64', 'I return pred[0].item()'),
  {
    line: 'Automatically gets Swagger docs at: http://localhost:8000/docs',
    lesson: 'predict',
    lab: 'predict',
    exercises: ['predict/serve-the-model'],
    questions: ['walk-through-predict'],
    says: ['http://localhost:8000/docs'],
    instead: 'host and port are only its defaults',
  },
  {
    line: 'FastAPI is a fast, type-safe Python web framework optimized for APIs.',
    lesson: 'summary',
    lab: 'predict',
    exercises: ['predict/promise-the-reply'],
    questions: ['defend-type-safe', 'not-fastapi'],
    says: ['type-safe', 'optimized for APIs'],
    instead: 'It validates at the edges',
  },
  {
    line: 'I’ve used it to deploy ML models as REST endpoints, thanks to its async support, built-in validation via Pydantic, and automatic Swagger docs',
    lesson: 'summary',
    lab: 'predict',
    exercises: [],
    questions: ['async-claim-for-inference', 'response-model-bypassed', 'why-fastapi-for-ml'],
    says: ['REST endpoints', 'async support', 'validation', 'Swagger docs'],
    instead: 'I have built a prediction service',
  },
  {
    line: 'which makes it a great fit for production ML and GenAI services.',
    lesson: 'summary',
    lab: 'predict',
    exercises: [],
    questions: ['production-checklist'],
    says: ['production', 'GenAI'],
    instead: 'It is a good part of one',
  },
  {
    line: 'production ML',
    lesson: 'production',
    lab: 'predict',
    exercises: ['predict/ready-when-loaded'],
    questions: ['what-production-adds', 'swap-the-model'],
    says: ['readiness', 'worker'],
  },
];

/** A line of the notes' example: the lesson shows it as it stands. */
function codeLine(line: string, question: string, instead?: string): TaughtLine[] {
  const taught = { lesson: 'predict', lab: 'predict', exercises: ['predict/serve-the-model'] };
  return [
    {
      line,
      ...taught,
      questions: [question],
      says: [line],
      ...(instead !== undefined && { instead }),
    },
  ];
}
