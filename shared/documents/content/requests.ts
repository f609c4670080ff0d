import type { AskedPieceSaid, SilenceSaid } from '../../contract/documents/said.ts'
import type { FactsOf } from '../../contract/documents/issued.ts'
import { words } from '../../messages/documents/documents.fr.ts'
import { handedIn } from '../../messages/documents/nature.fr.ts'
import { remedyWords } from '../../messages/documents/remedies.fr.ts'
import { requestWords as said } from '../../messages/documents/requests.fr.ts'
import { remediesComplete } from '../mentions/remedies.ts'
import { isOnlyReceived } from '../received.ts'
import { remedyLines } from './remedies.ts'
import { waysToBring } from './ways.ts'
import {
  calendarDay,
  cite,
  decider,
  sentence,
  speaker,
  toBring,
  type DocumentBody,
  type BodyWriters,
  type Section,
} from './body.ts'

// What goes with a request while it is examined: acknowledgement, pieces asked, forwarding, originals given back.

type Accuse = FactsOf<'accuse'>

/** « Le silence gardé par le maire pendant 1 mois vaut décision de rejet (CESEDA R313-11). » */
function silenceSaid({ title, sources }: SilenceSaid): string {
  const cited = cite(sources)
  return sentence(cited === '' ? title : `${title.replace(/\.$/, '')} (${cited})`)
}

const signedBy = ({ author, service }: Pick<Accuse, 'author' | 'service'>, received: boolean): string => {
  const name = speaker(author)
  if (name === null) return words.issuedByService(service)
  return received ? words.receivedBy(name, service) : words.issuedBy(name, service)
}

/** Each piece that lacks, with its texts and, where a right is at stake, whether the request waits for it. */
function missingSection(pieces: readonly AskedPieceSaid[], dueOn: string | null): Section {
  return {
    is: 'table',
    title:
      dueOn === null ? said.missingNoDate(pieces.length) : said.missing(pieces.length, calendarDay(dueOn)),
    columns: [said.pieceColumn, said.sourceColumn],
    rows: pieces.map(({ indispensable, ...piece }) => ({
      term: toBring(piece),
      detail: [
        cite(piece.sources) || said.noSource,
        ...(indispensable === null ? [] : [indispensable ? said.indispensable : said.notIndispensable]),
      ].join(' ; '),
    })),
  }
}

const waysSection = (facts: Pick<Accuse, 'office' | 'hours'>): Section => ({
  is: 'text',
  title: said.how,
  lines: [waysToBring(facts).join(' ')],
})

/** When silence is a decision, and which. An acceptance that waits for pieces has no day: its delay is said. */
function implicit({ silence, incomplete, form, ...facts }: Accuse): string {
  if (isOnlyReceived({ ...facts, silence })) return said.noDecision
  if (silence?.general && silence.on !== null)
    return said.common(calendarDay(silence.on), incomplete !== null)
  if (silence === null || (silence.sense !== 'rejet' && silence.sense !== 'acceptation'))
    return words.silenceUnknown
  if (silence.on === null) return said.acceptedAfterPieces
  const latest = incomplete?.effect === 'suspends'
  const when = said.implicit[silence.sense](calendarDay(silence.on), latest)
  return `${when}${form === 'are' ? said.ifComplete(handedIn(facts)) : ''}.`
}

function acknowledgement(facts: Accuse): DocumentBody {
  const { form, receivedOn, sentOn, silence, incomplete, remedies, pieces } = facts
  const decides = decider(facts.decides)
  const what = handedIn(facts)
  if (form === 'aee')
    return {
      title: said.titles.aee(),
      lead: said.sendingReceived(calendarDay(receivedOn)),
      notes: [said.sendingOnly],
      sections: [],
      signed: signedBy(facts, true),
    }
  const accepts = silence?.sense === 'acceptation'
  const onlyReceived = isOnlyReceived(facts)
  const effect =
    incomplete && incomplete.dueOn !== null && !onlyReceived ? said.effects[incomplete.effect] : null
  return {
    title: said.titles[form](what),
    lead: `${said.received(what, calendarDay(receivedOn))} ${implicit(facts)}`,
    notes: [
      ...(silence === null || (silence.sense !== 'rejet' && silence.sense !== 'acceptation')
        ? []
        : [silenceSaid(silence)]),
      ...(incomplete === null ? [] : [said.lacks(incomplete.pieces.length)]),
      ...(effect === null || incomplete?.dueOn == null ? [] : [effect(what, calendarDay(incomplete.dueOn))]),
      ...(accepts ? [said.attestation(what)] : []),
      ...(silence?.sense === 'rejet' ? [said.rejection(what)] : []),
      ...(silence?.general ? [said.either(what)] : []),
      ...(silence?.general && !remediesComplete(remedies) ? [said.notOpposable] : []),
      ...(decides === null ? [] : [onlyReceived ? words.receives(decides) : said.decides(decides)]),
      ...(sentOn === null ? [] : [said.sent(calendarDay(sentOn))]),
    ],
    sections: [
      ...producedSections(pieces),
      ...(incomplete === null
        ? []
        : [missingSection(incomplete.pieces, incomplete.dueOn), waysSection(facts)]),
      ...(remedies === null || (silence?.sense !== 'rejet' && silence?.general !== true)
        ? []
        : [
            {
              is: 'text' as const,
              title: said.ifRejected(what),
              lines: remedyLines(remedies, said.rejectionTerm, remedyWords.noDelayAfterSilence),
            },
          ]),
    ],
    signed: signedBy(facts, true),
  }
}

/**
 * The pieces that came: it is the receipt of them too. Those that nobody looked at are apart, since nothing says that they
 * came; those that lack have their own section, with their text.
 */
function producedSections(pieces: Accuse['pieces']): readonly Section[] {
  const titles = (state: 'presented' | 'notExamined') =>
    pieces.filter((piece) => piece.state === state).map(({ title }) => title)
  const presented = titles('presented')
  const notExamined = titles('notExamined')
  return [
    presented.length === 0
      ? { is: 'text', title: said.produced, lines: [said.nothingProduced] }
      : { is: 'list', title: said.produced, items: presented, brief: true },
    ...(notExamined.length === 0
      ? []
      : [{ is: 'list' as const, title: said.notExamined, items: notExamined, brief: true as const }]),
  ]
}

function request(facts: FactsOf<'pieces'>): DocumentBody {
  const { receivedOn, pieces, dueOn, silence, consequence } = facts
  const effect = facts.elsewhere ? 'elsewhere' : facts.effect
  const due = calendarDay(dueOn)
  const what = handedIn(facts)
  const sense = silence?.sense
  const dated = (sense === 'rejet' || sense === 'acceptation') && silence?.on ? silence.on : null
  return {
    lead: `${said.asked(what, calendarDay(receivedOn), pieces.length)} ${said.dueBy(due)}`,
    notes: [
      effect === 'none' && sense === 'sansObjet' ? said.noDecision : said.effects[effect](what, due),
      ...(dated !== null && (sense === 'rejet' || sense === 'acceptation')
        ? [said.implicitNow[sense](what, calendarDay(dated))]
        : []),
      ...(silence === null ? [] : [silenceSaid(silence)]),
    ],
    sections: [
      missingSection(pieces, dueOn),
      {
        is: 'text',
        title: said.consequence,
        lines: [said.without[effect](what), ...(consequence === null ? [] : [sentence(consequence)])],
      },
      waysSection(facts),
    ],
    signed: signedBy(facts, false),
  }
}

function original(facts: FactsOf<'original'>): DocumentBody {
  const { receivedOn, askedOn, pieces, doubt, moves } = facts
  return {
    lead: said.original(handedIn(facts), calendarDay(receivedOn), pieces.length),
    notes: [
      moves === false ? said.runsElsewhere : said.originalSuspends(calendarDay(askedOn), pieces.length),
      said.byRegisteredPost,
      said.originalBack(pieces.length),
      said.originalAlone(pieces.length),
    ],
    sections: [
      { is: 'list', title: said.originals(pieces.length), items: pieces.map(({ title }) => title) },
      { is: 'text', title: said.doubt(pieces.length), lines: [doubt] },
    ],
    signed: signedBy(facts, false),
  }
}

/** Two clocks: a rejection keeps the first reception, an acceptance waits for the competent one (CRPA L114-3). */
function clocks({ silence, receivedOn, competent, ...facts }: FactsOf<'transmission'>): readonly string[] {
  const what = handedIn(facts)
  if (!competent) return [said.clocksUnmoved]
  if (silence?.sense === 'sansObjet') return [said.noDecision]
  const kept = said.rejectionKept(what, calendarDay(receivedOn))
  const day = silence?.on ? calendarDay(silence.on) : null
  switch (silence?.sense) {
    case 'rejet':
      return [kept, ...(day === null ? [] : [said.implicitNow.rejet(what, day)]), silenceSaid(silence)]
    case 'acceptation':
      return [
        said.acceptanceThere(what),
        ...(day === null ? [] : [said.implicitNow.acceptation(what, day)]),
        silenceSaid(silence),
      ]
    default:
      return [words.silenceUnknown, kept, said.acceptanceThere(what)]
  }
}

function transmission(facts: FactsOf<'transmission'>): DocumentBody {
  const { on, to, sent, competent, receivedOn, arrivedOn } = facts
  const whom = to.address === null ? to.name : `${to.name}, ${to.address}`
  const what = handedIn(facts)
  // A declaration is acknowledged by nobody, but for what came by electronic means (CRPA L112-3, L112-11).
  const acknowledged = competent && (!isOnlyReceived(facts) || facts.electronic === true)
  return {
    title: said.forwardedTitle(what),
    lead: (competent ? said.forwarded : said.sentOn)(what, calendarDay(on), whom),
    notes: [
      ...(to.contact === undefined ? [] : [said.reach(to.contact.replace(/\.$/, ''))]),
      said.sentWhat(sent.replace(/\.$/, '')),
      said.firstReceived(calendarDay(receivedOn)),
      ...(arrivedOn === null ? [] : [said.arrived(calendarDay(arrivedOn))]),
      said.noNewRequest,
      ...(acknowledged ? [said.acknowledgedThere] : []),
    ],
    sections: [{ is: 'text', title: said.clocks, lines: clocks(facts) }],
    signed: signedBy(facts, false),
  }
}

function originaux(facts: FactsOf<'originaux'>): DocumentBody {
  const { pieces, returnedOn, means } = facts
  return {
    lead: said.returned(calendarDay(returnedOn), said.means[means]),
    notes: [],
    sections: [
      {
        is: 'table',
        title: said.returnedOriginals,
        columns: [said.pieceColumn, said.heldColumn],
        rows: pieces.map(({ title, heldOn }) => ({ term: title, detail: said.heldOn(calendarDay(heldOn)) })),
      },
    ],
    signed: signedBy(facts, false),
    signature: said.takenBack,
  }
}

export const requestBodies: BodyWriters<'accuse' | 'pieces' | 'original' | 'transmission' | 'originaux'> = {
  accuse: acknowledgement,
  pieces: request,
  original,
  transmission,
  originaux,
}
