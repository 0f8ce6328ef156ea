// helper
export const Input = { feature1: 0 };
