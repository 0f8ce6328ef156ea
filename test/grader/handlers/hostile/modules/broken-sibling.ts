// helper
export const half = 0.5;

throw new Error('the sibling is broken');
