// A module of its own, so that the packed product holds it once and not in each exercise's checks.
export { WebSocket } from 'ws';
