// helper
export const half = 0.5;
export const whole = ;
