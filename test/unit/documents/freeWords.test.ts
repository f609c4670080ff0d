import type { z } from 'zod'
import { describe, expect, test } from 'vitest'
import { DocumentFacts, type FactsOf } from '../../../shared/contract/documents/issued.ts'
import type { DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { specimens } from '../../fixtures/specimens.ts'

// Every text of every paper says where its words come from. A new one fails here until somebody says how it is held.

const words = {
  /** Of the rules, of a text read, of the program: nobody at a counter types it. */
  ruled: `about acknowledgement.exception acknowledgement.why algorithm.purpose answers[].answer answers[].question
    cancels.number chain.hash chain.publicKey decides documents[].shortCode duplicates[].number ground.established[].title
    ground.groundId ground.pieces[] ground.title identity.kind incomplete.pieces[].detail label lines[].text personWord pieces[].detail price.why purpose
    relates.number rule.hash rule.validFrom rule.version seenAs.definition seenAs.title silence.title
    steps[].rule.hash steps[].rule.validFrom steps[].rule.version worth zone place.zone place.code`,
  /** Set once by the administration, whose lines neither ask nor refuse (`strangeChange`, `strangeLines`). */
  office: `accountant.city accountant.name accountant.postalCode accountant.street byProduct[].title counter
    letterhead.dataContact letterhead.lines[] lines[].article lines[].exemption.source lines[].exemption.title
    lines[].source lines[].tariff.source lines[].title office.city office.name office.street
    place.office.address place.office.contact place.office.name place.service service signatory.delegation
    steps[].counter steps[].service till.act till.name`,
  /** A name, an address or a number, which has the form of one (`strangePerson`, `strangeAgent`, `strangeLines`…). */
  named: `addressee.contact addressee.familyName addressee.firstName addressee.usageName agent.capacity
    agent.familyName agent.firstName author.capacity author.familyName author.firstName author.pseudonym birthPlace
    decided.number domicile forwardedTo.address forwardedTo.contact forwardedTo.name mandataire.capacity mandataire.familyName
    mandataire.firstName mandataire.pseudonym ministry.issuer ministry.number mistaken.to payer pseudonym
     reference
    regisseur.capacity regisseur.familyName regisseur.firstName regisseur.pseudonym registration residence
    signatory.name.capacity signatory.name.familyName signatory.name.firstName stamp to.address to.contact to.name
    transmitted.to`,
  /** A piece or a step: asked, it is one that a text requires, by its own name (`lacking.ts`, `steps.ts`). */
  required: 'formalities[] incomplete.pieces[].title pieces[].title',
  /** The reasons and the texts of who signs a decision (`strangeReasons`); the paper says that it asks no piece. */
  signer: `facts ground.established[].said law[].said law[].title remedies.authority remedies.court remedies.detail
    remedies.title`,
  /** An agent's own words: printed under a head that says so (`saidByAgent.test.ts`). `consequence` is the rules' where pieces are asked. */
  agent: 'breach consequence detail doubt effect reason saidLabel sent what',
} as const
const held = Object.values(words).flatMap((text) => text.split(/\s+/))

type Shape = Readonly<Record<string, z.core.$ZodType>>
type Def = {
  readonly type: string
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[]
  readonly shape?: Shape
  readonly element?: z.core.$ZodType
  readonly items?: readonly z.core.$ZodType[]
  readonly options?: readonly z.core.$ZodType[]
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
}

/** The paths of the texts that hold any words: one whose form is that of a day or a number holds none. */
function textsIn(schema: z.core.$ZodType, path = ''): readonly string[] {
  const {
    type,
    format,
    checks = [],
    shape,
    element,
    items,
    options,
    innerType,
    ...rest
  } = schema._zod.def as unknown as Def
  if (type === 'string') {
    const free = checks.every(({ _zod }) =>
      ['min_length', 'max_length', 'overwrite'].includes(_zod.def.check),
    )
    return format === undefined && free ? [path] : []
  }
  const inside = (one: string) => (path === '' ? one : `${path}.${one}`)
  return [
    ...Object.entries(shape ?? {}).flatMap(([key, value]) => textsIn(value, inside(key))),
    ...(element ? textsIn(element, `${path}[]`) : []),
    ...(items ?? []).flatMap((item) => textsIn(item, `${path}[]`)),
    ...(options ?? []).flatMap((option) => textsIn(option, path)),
    ...[innerType, rest.in].flatMap((inner) => (inner ? textsIn(inner, path) : [])),
  ]
}

describe('the words of a paper', () => {
  const texts = [...new Set(textsIn(DocumentFacts))].filter(
    (path) => !/(?:^|\.)sources\[\]\./.test(path) && !path.startsWith('queueRule.'),
  )

  test('are each known by where they come from, and by what holds them', () => {
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((path) => !held.includes(path)).toSorted()).toEqual([])
    expect(held.filter((path) => !texts.includes(path)).toSorted()).toEqual([])
    expect(new Set(held).size).toBe(held.length)
  })

  test.each(Object.keys(specimens) as DocumentKind[])(
    'that an agent typed of the request stand on the paper %s under a head that says them theirs',
    (kind) => {
      const saidLabel = 'Le dossier avancera dès réception du bail'
      const { subjects } = draftContent({ ...specimens[kind], saidLabel } as FactsOf<DocumentKind>)
      const lines = subjects.filter((line) => line.includes(saidLabel))
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(/selon l’agent, sans obligation pour vous/)
    },
  )
})
