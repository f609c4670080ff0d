import type { LocalDate } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Scanned } from '../../shared/contract/identity/scan.ts'
import type { AssessedPiece } from '../../shared/contract/law/assessment.ts'
import type { Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { panelLater } from '../ui/later.tsx'
import { keepKeys } from '../ui/keptKeys.ts'
import { say } from '../link/notices.ts'
import { hearText } from '../identity/useWedge.ts'
import { sayTransferred, type CounterActs, type CounterView, type Current, type Patch } from './acts.ts'
import { AddRequest } from './AddRequest.tsx'
import { ReasonPanel } from './Panel.tsx'
import { Assisted } from './Assisted.tsx'
import { CapacityChooser } from './CapacityChooser.tsx'
import { CasePanel } from './CasePanel.tsx'
import { countsOf, type Checklist } from './checklist.ts'
import { IdentityChooser } from './IdentityChooser.tsx'
import { More } from './More.tsx'
import { motiveOf } from './names.ts'
import { isWhole, NextRequest } from './NextRequest.tsx'
import { NotePanel } from './Note.tsx'
import { OutcomePanel, type End } from './OutcomePanel.tsx'
import { Palette } from './Palette.tsx'
import { answers, type Panel } from './panels.ts'
import { Park } from './Park.tsx'
import { Question } from './Question.tsx'
import { ScanResult } from './ScanResult.tsx'
import type { SheetAct } from './sheetActs.ts'
import { TakeFile } from './TakeFile.tsx'
import { Transfer } from './Transfer.tsx'

const ScanPanel = panelLater(async () => (await import('../identity/ScanPanel.tsx')).ScanPanel)

/** In the dock, one thing at a time: the panel that was opened, else the one question that still matters. */
export function Slot({
  view,
  current,
  sheet,
  office,
  checklist,
  now,
  zone,
  on,
  acts,
  panel,
  table,
  explained,
  asked,
  scanned,
  onPanel,
  onScan,
  onEnd,
  patch,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly sheet: Sheet
  readonly office: Output<'office.view'> | undefined
  readonly checklist: Checklist
  readonly now: number
  readonly zone: string
  readonly on: LocalDate
  readonly acts: CounterActs
  readonly panel: Panel
  /** Every act of the sheet. */
  readonly table: readonly SheetAct[]
  readonly explained: AssessedPiece | null
  /** The piece to ask again. */
  readonly asked: AssessedPiece | null
  readonly scanned: Scanned | null
  readonly onPanel: (panel: Panel) => void
  readonly onScan: (text: string) => void
  readonly onEnd: (end: End) => void
  readonly patch: Patch
}) {
  const { assessment, ticket } = current
  const chosen = sheet.procedureId !== null
  const leave = () => onPanel(null)
  switch (panel) {
    case 'actions':
      return <Palette acts={table} onLeave={leave} />
    case 'identity':
      return (
        <IdentityChooser
          ticketId={current.ticket.ticketId}
          sheet={sheet}
          on={on}
          onLeave={leave}
          patch={patch}
        />
      )
    case 'capacity':
      return <CapacityChooser sheet={sheet} assessment={assessment} on={on} patch={patch} onDone={leave} />
    case 'note':
      return <NotePanel note={sheet.note} onSave={(note) => void patch({ note })} onLeave={leave} />
    case 'outcome':
      return (
        <OutcomePanel
          current={current}
          checklist={checklist}
          on={on}
          onChoose={onEnd}
          onAssist={() => onPanel('assisted')}
          onRefuse={() =>
            sheet.fileId === null
              ? onEnd({
                  outcome: countsOf(checklist).missing > 0 ? 'incomplete' : 'filed',
                  refuses: true,
                })
              : onPanel('refusal')
          }
          onKeepRank={() => {
            const service = motiveOf({ ...ticket, procedureId: null }, view, office)
            const { ticketId, serviceId } = ticket
            const reason = counterWords.line.keepRankReason
            void acts.transfer({ ticketId, serviceId, reason }).then((result) => {
              if ('error' in result) return
              sayTransferred(result.output, service)
              leave()
            })
          }}
          onLeave={leave}
        />
      )
    case 'park':
      return <Park current={current} now={now} zone={zone} acts={acts} patch={patch} onLeave={leave} />
    case 'transfer':
      return <Transfer view={view} current={current} acts={acts} onLeave={leave} />
    case 'add':
      return <AddRequest view={view} current={current} acts={acts} onLeave={leave} />
    case 'file':
      return <TakeFile sheet={sheet} year={on.slice(0, 4)} acts={acts} patch={patch} onLeave={leave} />
    case 'more':
      return (
        <More sheet={sheet} assessment={assessment} checklist={checklist} patch={patch} onLeave={leave} />
      )
    case 'scan':
      return <ScanPanel onScan={(text) => hearText(text) || onScan(text)} onLeave={leave} />
    case 'scanned':
      return scanned ? (
        <ScanResult
          scanned={scanned}
          assessment={assessment}
          patch={patch}
          onLeave={leave}
          onNoted={(message) => {
            say(message, 'done')
            leave()
          }}
        />
      ) : null
    case 'askAgain':
      return asked ? <AskAgain piece={asked} acts={acts} onLeave={leave} /> : null
    case 'assisted':
      return (
        <Assisted
          noted={sheet.assisted}
          on={on}
          onEnd={(assisted) => {
            const wait = keepKeys()
            void patch({ assisted }).then((result) => {
              if ('error' in result) return wait.refused()
              onEnd({ outcome: 'assisted' })
              return wait.over()
            })
          }}
          onLeave={leave}
        />
      )
    default:
      return panel === 'case' || !chosen ? (
        <CasePanel
          sheet={sheet}
          assessment={assessment}
          procedures={view.procedures}
          patch={patch}
          listening={panel === 'case' || answers(panel)}
          onDone={chosen || panel === 'case' ? leave : null}
        />
      ) : (
        assessment && (
          <>
            {panel === null && isWhole(current, sheet, checklist) && (
              <NextRequest current={current} onFile={() => onEnd({ outcome: 'filed' })} />
            )}
            <Question
              key={assessment.question?.questionId ?? 'none'}
              assessment={assessment}
              listening={answers(panel)}
              why={panel === 'why'}
              explained={explained}
              onWhy={() => onPanel(panel === 'why' ? null : 'why')}
              patch={patch}
            />
          </>
        )
      )
  }
}

/** A piece that an administration holds, asked of the person all the same (CRPA L114-10): with its reason, and counted. */
function AskAgain({
  piece,
  acts,
  onLeave,
}: {
  readonly piece: AssessedPiece
  readonly acts: Pick<CounterActs, 'askAgain'>
  readonly onLeave: () => void
}) {
  const words = counterWords.law
  return (
    <ReasonPanel
      title={words.askAgainTitle(piece.title)}
      help={words.askAgainHelp}
      reasons={words.askAgainReasons}
      confirm={words.askAgain}
      onConfirm={(reason) =>
        void acts.askAgain({ pieceId: piece.pieceId, reason }).then((result) => {
          if ('output' in result) onLeave()
        })
      }
      onLeave={onLeave}
    />
  )
}
