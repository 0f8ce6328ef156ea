import { Hono } from 'hono';

type Settings = {
  model: { path: string } | undefined;
};

const settings = {} as Settings;
console.log(settings.model!.path);

export default new Hono();
