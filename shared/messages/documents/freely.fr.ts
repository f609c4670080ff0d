/**
 * Heads the words that an agent typed, wherever a paper prints them: whatever they say, they ask nothing (CRPA L114-5) and
 * decide nothing. No list of words could hold it: of thirty demands that it had not seen, ours stopped three.
 */
export const freely = (what: string): string => `${what}, selon l’agent, sans obligation pour vous`
