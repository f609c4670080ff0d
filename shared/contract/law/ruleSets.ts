import { z } from 'zod'
import { command, read, view } from '../define.ts'
import { Instant, LocalDate, ProcedureId } from '../ids.ts'
import { Text } from '../text.ts'
import { written } from '../typed.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const named = written.min(1).max(200)
const version = { procedureId: ProcedureId, version: z.string().max(10) }

/** A text that a rule rests on: one of the articles beside; its title may say on what point. */
const Cited = z.strictObject({ sourceId: z.string(), title: z.string(), toConfirm: z.boolean() })

/** One rule in a French sentence made from the data, with the texts that it rests on. */
const Sentence = z.strictObject({
  ruleId: z.string(),
  text: z.string(),
  sources: z.array(Cited),
  toConfirm: z.boolean(),
})

/** An instruction of a ministry, and the texts that it contradicts: both are shown. */
const Instruction = z.strictObject({
  consigneId: z.string(),
  issuer: z.string(),
  from: LocalDate,
  until: LocalDate.nullable(),
  text: z.string(),
  sources: z.array(Cited),
  against: z.array(Cited),
})

const Change = z.strictObject({
  section: z.string(),
  ruleId: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** An article whole: its number, its id, its dates and its text, where it was read. */
const Article = z.strictObject({
  sourceId: z.string(),
  label: z.string(),
  article: z.string(),
  legi: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  extract: z.string().nullable(),
  summary: z.string(),
  readIn: z.string(),
  url: z.string().nullable(),
  verified: z.boolean(),
})

const Manifest = z.strictObject({
  name: z.string(),
  version: z.string(),
  issuer: z.string(),
  issuedOn: LocalDate,
  reviewBy: LocalDate,
  notes: z.string(),
})

/** A package that waits in the office's folder, or that is published. */
export const PackageLine = z.strictObject({
  hash: Hash,
  manifest: Manifest,
  /** The package is signed by a key that this office trusts. */
  trusted: z.boolean(),
  /** Who published it: null once the name is erased. */
  published: z.strictObject({ at: Instant, by: z.string().nullable() }).nullable(),
  procedures: z.array(z.strictObject({ ...version, title: Text, validFrom: LocalDate })),
  /** What is wrong in it, in French: with one line here, it can't be published. */
  problems: z.array(z.string()),
})
export type PackageLine = z.infer<typeof PackageLine>

/** One situation whose checklist would change. */
const Difference = z.strictObject({
  procedureId: ProcedureId,
  /** « Pour qui : majeure ; Ancienne carte : perdue ». */
  situation: z.string(),
  piece: z.string(),
  before: z.string(),
  after: z.string(),
})

const DraftPart = z.strictObject({
  partId: z.string(),
  /** What the fiche says; null for what no fiche says. */
  fiche: z.string().nullable(),
  /** What the draft makes of it, as it would be read in a rule. */
  draft: z.string(),
  validated: z.strictObject({ by: z.string(), on: LocalDate }).nullable(),
})

/** The rules of procedures, for the lawyer: read whole, compared, validated by name, replaced by a package. */
export const ruleSets = {
  /** Every version of every procedure that the office works by. */
  'law.procedures': view({
    roles: ['admin', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      today: LocalDate,
      procedures: z.array(
        z.strictObject({
          ...version,
          title: Text,
          hash: Hash,
          validFrom: LocalDate,
          validTo: LocalDate.nullable(),
          reviewBy: LocalDate,
          inForce: z.boolean(),
          reviewOverdue: z.boolean(),
          /** Rules, and how many of them rest on a text that is still to confirm. */
          rules: z.int(),
          toConfirm: z.int(),
          validated: z.strictObject({ by: z.string().nullable(), at: Instant }).nullable(),
        }),
      ),
    }),
  }),
  /** One version, whole: its rules in sentences, its articles with their text and dates, what is to confirm. */
  'law.procedure': read({
    roles: ['admin', 'supervisor'],
    input: z.strictObject(version),
    output: z.strictObject({
      ...version,
      title: Text,
      sections: z.array(z.strictObject({ title: z.string(), sentences: z.array(Sentence) })),
      articles: z.array(Article),
      consignes: z.array(Instruction),
      versions: z.array(z.strictObject({ version: z.string(), validFrom: LocalDate })),
    }),
    refusals: ['officeNotCreated', 'unknownProcedure'],
  }),
  /** What changed from one version to another, rule by rule. */
  'law.changes': read({
    roles: ['admin', 'supervisor'],
    input: z.strictObject({ ...version, before: z.string().max(10) }),
    output: z.strictObject({ changes: z.array(Change) }),
    refusals: ['officeNotCreated', 'unknownProcedure'],
  }),
  /** A person answers by name for a version as it stands; another word of it, and it is another version. */
  'procedure.validate': command({
    roles: ['admin'],
    input: z.strictObject({ ...version, hash: Hash, by: named }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownProcedure', 'ruleChanged'],
  }),
  /** Packages in the office's folder: those that wait, those that are in use. */
  'rules.packages': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      packages: z.array(PackageLine),
      /** Files of the folder that are no package, each with what is wrong. */
      unreadable: z.array(z.strictObject({ file: z.string(), why: z.string() })),
    }),
    refusals: ['officeNotCreated'],
  }),
  /** What a package would change on the stored situations, before it is published. */
  'rules.tryPackage': read({
    roles: ['admin'],
    input: z.strictObject({ hash: Hash }),
    output: z.strictObject({
      situations: z.int(),
      changed: z.int(),
      /** The first 200; `changed` counts the situations of them all. */
      differences: z.array(Difference).max(200),
      changes: z.array(
        z.strictObject({
          ...version,
          title: Text,
          /** The office had no such procedure: nothing to compare with. */
          isNew: z.boolean(),
          /** Too many situations to try them all: some were drawn, the same each time. */
          drawn: z.boolean(),
          changes: z.array(Change),
        }),
      ),
    }),
    refusals: ['officeNotCreated', 'unknownPackage', 'packageUnsound'],
  }),
  /** From its own dates, the office works by this package; filings before keep the version of their day. */
  'rules.publish': command({
    roles: ['admin'],
    input: z.strictObject({ hash: Hash, by: named }),
    output: z.strictObject({}),
    refusals: [
      'officeNotCreated',
      'unknownPackage',
      'packageUnsound',
      'packageNotTrusted',
      'packagePublished',
    ],
  }),
  /** Back to the rules before: documents issued meanwhile keep the version that they froze. */
  'rules.withdraw': command({
    roles: ['admin'],
    input: z.strictObject({ hash: Hash }),
    output: z.strictObject({}),
    refusals: ['officeNotCreated', 'unknownPackage'],
  }),
  /** Drafts made from official fiches: none is used at a counter before a person has validated each part. */
  'drafts.list': read({
    roles: ['admin'],
    input: z.strictObject({}),
    output: z.strictObject({
      drafts: z.array(
        z.strictObject({ draftId: z.string(), title: z.string(), waiting: z.int(), parts: z.int() }),
      ),
    }),
    refusals: ['officeNotCreated'],
  }),
  'drafts.show': read({
    roles: ['admin'],
    input: z.strictObject({ draftId: z.string().max(60) }),
    output: z.strictObject({
      draftId: z.string(),
      title: z.string(),
      mention: z.string(),
      url: z.string().nullable(),
      /** Day of the fiche: it speaks of the law of that day. */
      date: z.string().nullable(),
      /** Fiche and draft side by side; what no rule could be made of is a section of its own. */
      sections: z.array(z.strictObject({ title: z.string(), parts: z.array(DraftPart) })),
    }),
    refusals: ['officeNotCreated', 'unknownDraft'],
  }),
  /**
   * The signed package that a draft gives, once each of its parts is validated: it joins those that wait to be tried and
   * published. What is wrong in its rules is said in sentences, and nothing is kept.
   */
  'drafts.pack': read({
    roles: ['admin'],
    input: z.strictObject({
      draftId: z.string().max(60),
      from: LocalDate,
      reviewBy: LocalDate,
      issuer: named,
    }),
    output: z.strictObject({ hash: Hash.nullable(), problems: z.array(z.string()) }),
    refusals: ['officeNotCreated', 'unknownDraft', 'draftNotReady'],
  }),
  'draft.validate': command({
    roles: ['admin'],
    input: z.strictObject({
      draftId: z.string().max(60),
      partIds: z.array(z.string()).min(1).max(200),
      by: named,
    }),
    output: z.strictObject({ waiting: z.int() }),
    refusals: ['officeNotCreated', 'unknownDraft', 'unknownPart'],
  }),
} as const
