// right: JSON spelled in another way: 1.0 for 1, spaces, keys in another order, a charset, header names in capitals.
function* findInText(value, loc, min = 0, max = 1e9) {
  if (value === undefined) yield ['missing', loc];
  else if (typeof value !== 'string') yield ['string_type', loc];
  else if (value.length < min) yield ['string_too_short', loc];
  else if (value.length > max) yield ['string_too_long', loc];
}

function* findInNumber(value, loc, max) {
  if (value === undefined) yield ['missing', loc];
  else if (typeof value !== 'number') yield ['float_type', loc];
  else if (value <= 0) yield ['greater_than', loc];
  else if (value > max) yield ['less_than_equal', loc];
}

function* findInItem({ name, price, tags, image }) {
  yield* findInText(name, ['name'], 2, 20);
  yield* findInNumber(price, ['price'], Number.MAX_VALUE);
  if (!Array.isArray(tags)) yield ['list_type', ['tags']];
  else for (const [index, tag] of tags.entries()) yield* findInText(tag, ['tags', index]);
  if (image === null) return;
  if (typeof image !== 'object' || Array.isArray(image)) {
    yield ['model_attributes_type', ['image']];
    return;
  }
  yield* findInText(image.url, ['image', 'url'], 3);
  const { width = 1 } = image;
  if (!Number.isInteger(width) && typeof width === 'number') {
    yield ['int_from_float', ['image', 'width']];
  } else yield* findInNumber(width, ['image', 'width'], 4096);
}

function spell(value, isPlace = false) {
  if (typeof value === 'number')
    return Number.isInteger(value) && !isPlace ? `${value}.0` : `${value}`;
  if (Array.isArray(value)) return `[ ${value.map((entry) => spell(entry, isPlace)).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${spell(entry, key === 'loc')}`,
  );
  return `{\n  ${pairs.reverse().join(',\n  ')}\n}`;
}

export default async function handle(request) {
  const { name, price, tags = [], image = null } = await request.json();
  const item = { name, price, tags, image };
  const detail = [...findInItem(item)].map(([type, path]) => ({
    type,
    loc: ['body', ...path],
    ctx: { error: 'spelled' },
  }));
  const isRight = detail.length === 0;
  const shown = image && { url: image.url, width: image.width ?? 1 };
  const reply = isRight ? { ...item, image: shown } : { detail };
  return new Response(`${spell(reply)}\n`, {
    status: isRight ? 201 : 422,
    headers: { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', Server: 'own' },
  });
}
