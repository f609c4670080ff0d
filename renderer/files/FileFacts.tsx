import type { ReactNode } from 'react'
import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { acknowledgementOwed } from '../../shared/domain/files/acknowledgement.ts'
import { fileActs as words } from '../../shared/messages/files/acts.fr.ts'
import { fileWords } from '../../shared/messages/files/files.fr.ts'
import { dayShort, filesPage } from '../../shared/messages/files/page.fr.ts'
import { About } from '../ui/Rows.tsx'
import { classes } from '../ui/classes.ts'
import { Group } from '../ui/Column.tsx'
import { clockDetail, clockSaid, datesSaid } from './clock.ts'
import { dueDay, effectSaid } from './due.ts'
import { sentSaid } from './sentSaid.ts'
import { TextsSaid } from './PieceTicks.tsx'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import style from './File.module.css'

const Lines = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul role="list" aria-label={label} className={style.lines}>
    {children}
  </ul>
)

/** A file as it stands: its clocks in plain words first, then what is due, its pieces, and all that was done. */
export function FileFacts({ file, today }: { readonly file: FileShown; readonly today: LocalDate }) {
  const day = (on: LocalDate) => dayShort(on, today)
  const { sections } = words
  const past = pastOf(file, day)
  return (
    <div className={style.facts}>
      <Clock file={file} today={today} />
      {file.dues.length > 0 && (
        <Group title={sections.dues}>
          <Lines label={sections.dues}>
            {file.dues.map((due) => (
              <li key={`${due.kind} ${due.dueOn} ${due.form ?? ''}`} className={style.due}>
                <span className={classes(style.day, due.overdue && style.late)}>{dueDay(due, today)}</span>
                <About>
                  {effectSaid(due)}
                  <span className={lettering.under}>
                    {due.overdue && `${filesPage.due.late} · `}
                    <TextsSaid sources={due.sources} toConfirm={due.toConfirm} />
                  </span>
                </About>
              </li>
            ))}
          </Lines>
        </Group>
      )}
      <Pieces file={file} />
      {file.requests.length > 0 && (
        <Group title={sections.requests}>
          <Lines label={sections.requests}>
            {file.requests.map((request) => (
              <li key={`${request.kind} ${request.on} ${request.pieces.map(({ title }) => title).join(' ')}`}>
                {request.pieces.map(({ title }) => title ?? words.erasedPiece).join(', ')}
                <span className={lettering.under}>
                  <Prose>
                    {[
                      words.requestOf(
                        request.kind,
                        day(request.on),
                        request.dueOn === null ? null : day(request.dueOn),
                      ),
                      ...(request.receivedOn === null
                        ? []
                        : [words.requestReceived(day(request.receivedOn), request.inTime)]),
                      ...(request.moves
                        ? []
                        : [request.unmoved ? words.unmoved[request.unmoved] : words.clockUnmoved]),
                    ].join(' ; ')}
                  </Prose>
                </span>
              </li>
            ))}
          </Lines>
        </Group>
      )}
      {past.length > 0 && (
        <Group title={sections.past}>
          <Lines label={sections.past}>
            {past.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </Lines>
        </Group>
      )}
    </div>
  )
}

function Clock({ file, today }: { readonly file: FileShown; readonly today: LocalDate }) {
  const { clock, regime } = file
  const texts = clock ?? regime.silence
  const owed = acknowledgementOwed(file)
  return (
    <Group title={words.sections.clock}>
      <p className={lettering.heading}>{clockSaid(file, today)}</p>
      <ul role="list" className={style.details}>
        {[...datesSaid(file, today), ...clockDetail(file, today)].map((line) => (
          <li key={line}>{line}</li>
        ))}
        {(texts.sources.length > 0 || texts.toConfirm) && (
          <li>
            <TextsSaid sources={texts.sources} toConfirm={texts.toConfirm} />
          </li>
        )}
        {file.channel !== 'title' && (
          <li>
            {owed === null ? words.clock.ackNotDue : words.clock.ackDue}{' '}
            <TextsSaid {...(owed ?? regime.acknowledgement)} />
          </li>
        )}
        {file.unheard && (
          <li className={lettering.attention}>
            <Prose>
              {words.clock.unheard(
                fileWords.decisions[file.unheard.decision],
                dayShort(file.unheard.on, today),
                dayShort(file.unheard.until, today),
                file.unheard.overtaken,
              )}
            </Prose>
          </li>
        )}
        {file.notOpposable && (
          <li className={lettering.attention}>
            <Prose>{words.clock.notOpposable}</Prose>
          </li>
        )}
        {regime.collectsOnly && <li className={style.collects}>{words.clock.collects}</li>}
      </ul>
    </Group>
  )
}

const Pieces = ({ file }: { readonly file: FileShown }) => (
  <Group title={words.sections.pieces}>
    {file.pieces.length === 0 ? (
      <p className={lettering.under}>{words.noPieces}</p>
    ) : (
      <Lines label={words.sections.pieces}>
        {file.pieces.map(({ title, state }, at) => (
          <li key={`${title ?? ''} ${at}`} className={style.piece}>
            <About>{title ?? words.erasedPiece}</About>
            <span className={classes(style.state, state === 'missing' && lettering.attention)}>
              {words.pieceStates[state]}
            </span>
          </li>
        ))}
      </Lines>
    )}
  </Group>
)

/** What was done on it, each in a sentence with its day. */
function pastOf(file: FileShown, day: (on: LocalDate) => string): readonly string[] {
  const { title, decision } = file
  return [
    ...file.acknowledged.map(({ form, on }) => words.acknowledged(fileWords.forms[form], day(on))),
    ...file.forwarded.map((sent) => sentSaid(sent, day)),
    ...(decision === null
      ? []
      : [
          words.decided(
            fileWords.decisions[decision.decision],
            day(decision.on),
            decision.by,
            decision.elsewhere,
            decision.elsewhere?.notifiedOn && day(decision.elsewhere.notifiedOn),
          ),
        ]),
    ...(title === null
      ? []
      : [
          [
            words.titleArrived(day(title.arrivedOn), words.titleStates[title.state]),
            title.slot === null ? filesPage.drawer.noSlot : filesPage.drawer.slot(title.slot),
            ...(title.state === 'here' && title.collectBy !== null
              ? [words.collectBy(day(title.collectBy))]
              : []),
            ...(title.notices === 0 ? [] : [words.noticed(title.notices)]),
          ].join(', '),
        ]),
    ...file.originals.map((original) =>
      words.held(
        original.title ?? words.erasedPiece,
        day(original.heldOn),
        original.returnedOn === null ? null : day(original.returnedOn),
      ),
    ),
    ...file.handedOver.map(({ what, means, on, refused, proof }) =>
      words.handed(what, means, day(on), refused, proof),
    ),
    ...(file.closed === null ? [] : [words.closed(fileWords.reasons[file.closed.reason])]),
  ]
}
