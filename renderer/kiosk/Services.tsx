import { CircleQuestionMark, CalendarClock, Clock, DoorClosed } from 'lucide-react'
import { use, type ReactNode } from 'react'
import { labelOf } from '../../shared/messages/public/shortTitles.ts'
import { inLanguage } from '../../shared/contract/text.ts'
import { saidLeft, saidWait, type SaidWait } from '../../shared/messages/public/saidWait.ts'
import { classes } from '../ui/classes.ts'
import { motiveKey, type Motive, doubtOf } from './motive.ts'
import style from './Motives.module.css'
import { Numbered, type Answer } from './Numbered.tsx'
import type { Step } from './flow.ts'
import { Pictogram, pictogramsOf } from './pictograms.tsx'
import { givenAmong } from './provisional.ts'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { firstScreen, servicesToAsk, type Choice, type ServiceChoice } from './service.ts'
import { useVisit } from './visit.ts'
import { LanguageContext, useWords } from './words.ts'

/** The choices of the first question, each with its wait; `onOther`: the rest has a screen of its own. */
export function Choices({
  choices,
  plain = false,
  fills = false,
  onOther,
  onService,
  onMotive,
}: {
  readonly choices: readonly Choice[]
  /** Without the wait. */
  readonly plain?: boolean
  /** The services share the height of the screen. */
  readonly fills?: boolean
  readonly onOther?: (() => void) | undefined
  /** Instead of asking what people come to the service for. */
  readonly onService?: (choice: ServiceChoice) => void
  /** Instead of saying the wait. */
  readonly onMotive?: (motive: Motive) => void
}) {
  const { go } = useVisit()
  const words = useWords()
  const offer = onMotive ?? ((motive: Motive) => go({ at: 'offer', motive }))
  const ask = ({ serviceId, requests: [only, ...others] }: ServiceChoice) =>
    only && others.length === 0 ? offer(only) : go({ at: 'service', serviceId })
  const answers = choices.map((one): Answer => {
    if (one.kind === 'motive')
      return {
        key: motiveKey(one.motive),
        icon: <Pictogram of={one.motive} />,
        title: <Said>{labelOf(one.motive)}</Said>,
        help: plain ? undefined : <State motive={one.motive} />,
        choose: () => offer(one.motive),
      }
    const { serviceId, name, requests } = one.choice
    const [only] = requests
    return {
      key: serviceId,
      icon: <Pictures of={one.choice} />,
      title: isLong(name) ? (
        <span className={style.long}>
          <Said>{name}</Said>
        </span>
      ) : (
        <Said>{name}</Said>
      ),
      help: (
        <>
          {/* What is left of the day has the examples’ line: the screen stays whole. */}
          {!isLong(name) && (plain || !only || saidLeft(words, only) === null) && <Examples of={requests} />}
          {/* Who waits and the wait are the service's: the same for all its motives. */}
          {!plain && only && <State motive={only} />}
        </>
      ),
      choose: () => (onService ?? ask)(one.choice),
    }
  })
  return (
    <Numbered
      fills={fills}
      answers={
        onOther
          ? [
              ...answers,
              {
                key: 'others',
                icon: <CircleQuestionMark aria-hidden size={56} />,
                title: words.otherChoice,
                help: <span className={style.wait}>{words.otherChoiceHelp}</span>,
                choose: onOther,
              },
            ]
          : answers
      }
    />
  )
}

/** An office’s own name of more than a line is written smaller and says enough by itself: it is never cut. */
const isLong = ({ fr }: ServiceChoice['name']): boolean => fr.length > 44

/** What a service is for, drawn. */
const Pictures = ({ of: choice }: { readonly of: ServiceChoice }) => (
  <span className={style.pictures}>
    {pictogramsOf(choice).map((Icon, at) => (
      <Icon key={Icon.displayName ?? at} aria-hidden size={44} />
    ))}
  </span>
)

/** The most letters of a line of examples: as many as the narrowest button has room for; Cyrillic ones are wider. */
const lineOf = (language: string) => (language === 'uk' ? 24 : 30)

/** What a service is for, in a line: its name alone says little to who comes once in ten years. None is cut. */
function Examples({ of: motives }: { readonly of: readonly Motive[] }) {
  const language = use(LanguageContext)
  const comma = language === 'ar' ? '، ' : ', '
  const said = motives
    .filter(({ procedureId }) => procedureId !== 'autre')
    .map((motive) => labelOf(motive))
    .filter((title) => title[language] !== undefined)
    .map((title) => inLanguage(title, language))
    .reduce((line, title) => {
      const longer = line === '' ? title : line + comma + title
      return longer.length <= lineOf(language) ? longer : line
    }, '')
  return said === '' ? null : <span className={classes(style.wait, style.examples)}>{said}</span>
}

/** What is not on the first screen. */
export function Others() {
  const { view, services, cut } = useVisit()
  const words = useWords()
  const motives = cut ? givenAmong(view.motives) : view.motives
  return (
    <Screen title={words.choose} help={words.chooseHelp}>
      <Choices choices={firstScreen(motives, services).rest} plain={cut} />
    </Screen>
  )
}

/** What people come to one service for. */
export function ServiceMotives({ serviceId }: Extract<Step, { at: 'service' }>) {
  const { view, services, go, cut } = useVisit()
  const words = useWords()
  const motives = cut ? givenAmong(view.motives) : view.motives
  const choice = servicesToAsk(motives, services)?.find((one) => one.serviceId === serviceId)
  return (
    <Screen title={choice ? <Said>{choice.name}</Said> : words.choose} help={words.chooseHelp}>
      <Motives
        motives={choice?.requests ?? motives.filter((motive) => motive.serviceId === serviceId)}
        plain={cut}
        onChoose={(motive) => go({ at: 'offer', motive })}
      />
    </Screen>
  )
}

/** The motives, each with its wait or why there is none. */
const Motives = ({
  motives,
  plain = false,
  onChoose,
}: {
  readonly motives: readonly Motive[]
  /** Shows the names of the motives alone, without a wait. */
  readonly plain?: boolean
  readonly onChoose: (motive: Motive) => void
}) => (
  <Numbered
    answers={motives.map((motive) => ({
      key: motiveKey(motive),
      icon: <Pictogram of={motive} />,
      title: <Said>{labelOf(motive)}</Said>,
      help: plain ? undefined : <State motive={motive} />,
      choose: () => onChoose(motive),
    }))}
  />
)

/** Under a motive's name: its wait, or why there is none. */
function State({ motive }: { readonly motive: Motive }) {
  const words = useWords()
  const { zone } = useVisit()
  if (doubtOf(motive) === 'byAppointment')
    return <Mark icon={<CalendarClock aria-hidden size={30} />}>{words.byAppointment}</Mark>
  const { doubt, text } = saidWait(words, motive, (at) => words.hour(at, zone))
  const left = saidLeft(words, motive)
  return (
    <>
      {left !== null && <span className={style.wait}>{left}</span>}
      <Wait doubt={doubt}>{text}</Wait>
    </>
  )
}

function Wait({ doubt, children: text }: { readonly doubt: SaidWait['doubt']; readonly children: string }) {
  if (doubt === null) return <span className={style.wait}>{text}</span>
  const Icon = doubt === 'closed' ? DoorClosed : Clock
  return <Mark icon={<Icon aria-hidden size={30} />}>{text}</Mark>
}

const Mark = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <span className={style.noCounter}>
    {icon}
    <span>{children}</span>
  </span>
)
