import type { Withdrawn } from '../../contract/documents/issuing.ts'
import type { DocumentAsk } from '../../contract/documents/asks.ts'
import type { Event } from '../../contract/events.ts'
import type { DocumentNumber } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import type { DemandRefusal } from '../../contract/law/demands.ts'
import type { Context, Personal, PersonalChange, Refused } from '../decision.ts'
import type { Office } from '../state.ts'
import type { Composers } from './composing.ts'

// What a document says, and what follows from it, belongs to what it is about: a file, a visit. They read documents, so
// documents receive it from where all capabilities are put together.

/** The document that an act names, as the host found it. */
export type LoadedDocument = Exclude<Personal['document'], 'erased' | 'altered' | null>

export type Handing = Pick<Input<'document.handOver'>, 'means' | 'to' | 'refused'>

export type Subjects = {
  readonly composers: Composers<DocumentAsk['kind']>
  /** Why a correction can't say that these pieces, by their titles, are missing; null where a text requires each. */
  readonly lackingRefused: (
    office: Office,
    context: Context,
    named: LoadedDocument,
    titles: readonly string[],
  ) => Refused<DemandRefusal> | null
  /** Whether no paper of the request that this one is about repeats what is typed (`keepsSecret`). */
  readonly isSecret: (office: Office, context: Context, named: LoadedDocument) => boolean
  /** What the file of a paper that is cancelled records of it, and what is said of a letter. */
  readonly withdrawnWith: (
    office: Office,
    context: Context,
    named: LoadedDocument,
  ) => {
    readonly events: readonly Event[]
    readonly personal?: readonly PersonalChange[]
    readonly withdrawn?: Withdrawn
  }
  /** What the file of a letter records of the paper that puts it right. */
  readonly retoldOnFile: (office: Office, named: LoadedDocument, paper: DocumentNumber) => readonly Event[]
  /** Why a refusal is neither handed over nor put right: nobody was notified of it before its request was accepted. */
  readonly refusalGivenNoMore: (
    office: Office,
    context: Context,
    named: LoadedDocument,
  ) => Refused<'refusalNotNotified'> | undefined
  /** What the file of a decision records of its handing over. */
  readonly handedOnFile: (
    office: Office,
    context: Context,
    named: LoadedDocument,
    handing: Handing,
  ) => { readonly events: readonly Event[]; readonly personal: readonly PersonalChange[] }
}
