import { z } from 'zod'

/**
 * In what capacity a decision is signed: the authority itself; by delegation, those to whom CGCT L2122-18 and L2122-19 let
 * a mayor delegate; a civil registrar, for the papers of civil status (CGCT R2122-10); any other agent; under another text.
 */
export const signingCapacities = [
  'authority',
  'deputy',
  'councillor',
  'generalDirector',
  'technicalDirector',
  'serviceHead',
  'registrar',
  'agent',
  'otherText',
] as const
export const SigningCapacity = z.enum(signingCapacities)
export type SigningCapacity = z.infer<typeof SigningCapacity>
