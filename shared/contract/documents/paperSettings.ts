import { z } from 'zod'
import { command, view } from '../define.ts'
import { SigningCapacity } from './signing.ts'
import { AgentId, LocalDate, ProcedureId } from '../ids.ts'
import { line, paragraph } from '../typed.ts'

/** Who may sign which decisions, from when to when, and by which act; without an act, by their own power (CRPA L212-1). */
export const Delegation = z.strictObject({
  agentId: AgentId,
  /** Null for every procedure of the office. */
  procedures: z.array(ProcedureId).max(100).nullable(),
  from: LocalDate,
  until: LocalDate.nullable(),
  /** « arrêté n° 2026-12 du 4 janvier 2026 ». */
  act: line.nullable(),
  /** In what capacity: nobody signs a decision before it is said. */
  capacity: SigningCapacity.optional(),
})
export type Delegation = z.infer<typeof Delegation>

/**
 * Facts that come back, written once by the office for a procedure, or for one ground of it, then read by a jurist: it is
 * proposed only once someone else than its author validated it.
 */
export const ReasonTemplate = z
  .strictObject({
    templateId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
    procedureId: ProcedureId,
    /** Null for every ground of the procedure. */
    groundId: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
      .nullable(),
    title: line,
    facts: paragraph,
    author: line,
    writtenOn: LocalDate,
    validator: line.nullable(),
    validatedOn: LocalDate.nullable(),
  })
  .refine(({ validator, validatedOn }) => (validator === null) === (validatedOn === null), {
    path: ['validatedOn'],
  })
export type ReasonTemplate = z.infer<typeof ReasonTemplate>

/** What an office puts on its papers. Texts are texts: whatever is typed is drawn as it is typed. */
export const PaperSettings = z.strictObject({
  /** Lines above the office's name: « Département de Seine-et-Marne ». */
  lines: z.array(line).max(4).default([]),
  /** A PNG as a data address, at most 96 KiB; drawn on A4 and on the screen. */
  logo: z
    .string()
    .max(131_072)
    // The first eight bytes of every PNG, in base64.
    .regex(/^data:image\/png;base64,iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/)
    .nullable()
    .default(null),
  /** Whom to ask about personal data: « dpd@fontaine.example ». */
  dataContact: line.nullable().default(null),
  delegations: z.array(Delegation).max(200).default([]),
  /** Absent: those that are there stay as they are. */
  reasons: z
    .array(ReasonTemplate)
    .max(100)
    .refine((reasons) => new Set(reasons.map(({ templateId }) => templateId)).size === reasons.length)
    .optional(),
})
export type PaperSettings = z.infer<typeof PaperSettings>
export const noPaperSettings: PaperSettings = { lines: [], logo: null, dataContact: null, delegations: [] }

export const paperSettings = {
  'paper.set': command({
    roles: ['admin'],
    input: PaperSettings,
    output: z.strictObject({}),
    refusals: [
      'officeNotCreated',
      'unknownAgent',
      'unknownProcedure',
      'datesMixedUp',
      'delegationNotAllowed',
      'delegationActMissing',
      'nameMalformed',
    ],
  }),
  'paper.view': view({
    roles: ['agent', 'supervisor', 'admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      paper: PaperSettings,
      /** Agents who speak under a safety pseudonym, for the administration alone; empty for the others. */
      shields: z.array(
        z.strictObject({ agentId: AgentId, pseudonym: z.string(), reason: z.string().nullable() }),
      ),
      /** The grounds of refusal for which a template can be written, for the administration alone. */
      grounds: z
        .array(z.strictObject({ procedureId: ProcedureId, groundId: z.string(), title: z.string() }))
        .default([]),
      /** The office's Ed25519 key, base64url: with it alone anyone checks what it issued. */
      publicKey: z.string(),
    }),
  }),
  /** A safety pseudonym, for a reason that is kept (CRPA L111-2); null gives the name back. */
  'agent.shield': command({
    roles: ['admin'],
    input: z.strictObject({ agentId: AgentId, pseudonym: line.nullable(), reason: line }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownAgent', 'pseudonymTaken', 'nameMalformed', 'pieceWithoutText'],
  }),
} as const
