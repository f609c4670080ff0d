/** A UUID of version 7 made of a number: the same one each time. */
export const v7 = (count: number): string => `0195f000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
