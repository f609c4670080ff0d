import { useState, type ReactNode } from 'react'
import type { JobId } from '../../shared/contract/ids.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { count } from '../../shared/messages/format/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import lettering from '../ui/Lettering.module.css'
import stack from '../ui/Stack.module.css'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { useKeys } from '../ui/keys.ts'
import { say } from '../link/notices.ts'
import type { Panel, ReceptionActs, ReceptionView } from './acts.ts'
import style from './Acts.module.css'

const order = ['information', 'tickets', 'arrivals', 'pieces', 'titles', 'telephone'] as const
type Name = (typeof order)[number]

/** The six acts of the entrance by their figures, each with how many times it was done today. */
export function Acts({
  counts,
  jobs,
  panel,
  digits,
  onPanel,
  acts,
}: {
  readonly counts: ReceptionView['counts']
  readonly jobs: ReceptionView['jobs']
  readonly panel: Panel
  /** The figures choose an act; else they are those of the chosen one, until Escape. */
  readonly digits: boolean
  readonly onPanel: (panel: Panel) => void
  readonly acts: Pick<ReceptionActs, 'inform' | 'printRule' | 'printSheet'>
}) {
  const [sheet, setSheet] = useState<JobId | null>(null)
  const job = jobs.find(({ jobId }) => jobId === sheet)

  const inform = async (kind: 'information' | 'telephone') => {
    const result = await acts.inform({ kind })
    if ('error' in result) return
    const message = kind === 'information' ? words.informed : words.telephoned
    say(message(result.output.today), 'done')
  }
  const press = (name: Name) =>
    name === 'information' || name === 'telephone' ? void inform(name) : onPanel(name)
  useKeys(
    Object.fromEntries(order.map((name, at) => [`Digit${at + 1}`, digits ? () => press(name) : undefined])),
  )
  // As at the counter.
  useKeys({ F8: () => press('information') }, { whileTyping: true })

  const printRule = async () => {
    const result = await acts.printRule({})
    if ('output' in result) say(result.output.printed ? words.rulePrinted : words.ruleOnScreen, 'done')
  }
  const printSheet = async () => {
    const result = await acts.printSheet({})
    if ('output' in result) setSheet(result.output.jobId)
  }
  return (
    <>
      <ul role="list" className={stack.between}>
        {order.map((name, at) => (
          <li key={name}>
            <Card
              name={name}
              figure={digits ? String(at + 1) : null}
              done={counts[name]}
              chosen={name === panel}
              opens={name !== 'information' && name !== 'telephone'}
              onPress={() => press(name)}
            />
          </li>
        ))}
      </ul>
      <Others>
        <Button kind="quiet" size="dense" selected={panel === 'byHand'} onPress={() => onPanel('byHand')}>
          {words.byHand}
        </Button>
        <Button kind="quiet" size="dense" onPress={() => void printRule()}>
          {words.printRule}
        </Button>
        <Button kind="quiet" size="dense" onPress={() => void printSheet()}>
          {words.printSheet}
        </Button>
        <p role="status" className={style.said}>
          {job &&
            (job.state === 'preview' ? words.sheetKept : words.sheetGoes(counterWords.jobStates[job.state]))}
        </p>
      </Others>
    </>
  )
}

const Card = ({
  name,
  figure,
  done,
  chosen,
  opens,
  onPress,
}: {
  readonly name: Name
  readonly figure: string | null
  readonly done: number
  readonly chosen: boolean
  /** Opens its panel; the others are done at once. */
  readonly opens: boolean
  readonly onPress: () => void
}) => (
  <button
    type="button"
    className={classes(style.act, chosen && style.chosen)}
    aria-keyshortcuts={[...(figure === null ? [] : [figure]), ...(name === 'information' ? ['F8'] : [])].join(
      ' ',
    )}
    onClick={onPress}
    {...(opens ? { 'aria-pressed': chosen } : {})}
  >
    <span className={style.cap}>{figure !== null && <KeyCap>{figure}</KeyCap>}</span>
    <span className={lettering.strong}>
      {words.acts[name].title} {name === 'information' && <KeyCap>F8</KeyCap>}
    </span>
    <span className={style.count}>
      <span aria-hidden>{count(done)}</span>
      <VisuallyHidden>{words.today(done)}</VisuallyHidden>
    </span>
    <span className={style.help}>{words.acts[name].help}</span>
  </button>
)

const Others = ({ children }: { readonly children: ReactNode }) => (
  <section aria-label={words.otherActs} className={style.others}>
    {children}
  </section>
)
