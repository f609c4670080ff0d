import { Mail, Smartphone } from 'lucide-react'
import type { TurnNoticeMeans } from '../../shared/contract/queue/rows.ts'
import { Card } from './Card.tsx'
import style from './Choices.module.css'
import { Entry } from './Entry.tsx'
import type { Shown, Step } from './flow.ts'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** Where the question begins: one means needs no choice. */
export const noticeStep = (means: readonly TurnNoticeMeans[], shown: Shown): Step => {
  const [only, ...others] = means
  return only && others.length === 0 ? { at: 'notice', shown, means: only } : { at: 'noticeMeans', shown }
}

/** By a message, or by e-mail. */
export function NoticeMeans({ shown }: Extract<Step, { at: 'noticeMeans' }>) {
  const { view, go } = useVisit()
  const words = useWords()
  const ways = { sms: words.noticeSms, email: words.noticeEmail } as const
  return (
    <Screen title={words.noticeHow} help={words.noticeHelp}>
      <ul role="list" className={style.list}>
        {view.notices.map((means) => (
          <li key={means}>
            <Card
              icon={means === 'sms' ? <Smartphone aria-hidden size={40} /> : <Mail aria-hidden size={40} />}
              title={ways[means]}
              onPress={() => go({ at: 'notice', shown, means })}
            />
          </li>
        ))}
      </ul>
    </Screen>
  )
}

/** Where: typed for this one use, which the button says yes to. */
export function NoticeAddress({ shown, means, said }: Extract<Step, { at: 'notice' }>) {
  const { language, perform } = useVisit()
  const words = useWords()
  const ask = (to: string) =>
    perform(
      'notice.ask',
      { ticketId: shown.ticketId, means, to: to.trim(), consent: true, lang: language },
      {
        done: () => ({ at: 'ticket', shown: { ...shown, noticed: true } }),
        again: (why) => ({ at: 'notice', shown, means, said: why }),
      },
    )
  const sms = means === 'sms'
  return (
    <Entry
      title={sms ? words.noticePhoneAsk : words.noticeEmailAsk}
      help={words.noticeHelp}
      said={said}
      kind={sms ? 'phone' : 'email'}
      most={sms ? 20 : 100}
      clean={
        sms
          ? (typed) => typed.replaceAll(/[^0-9+ .]/g, '')
          : (typed) => typed.replaceAll(/\s/g, '').toLowerCase()
      }
      complete={(text) => (sms ? text.replaceAll(/\D/g, '').length >= 8 : /^[^@]+@[^@]+\.[^@]+$/.test(text))}
      goOn={words.noticeYes}
      onDone={ask}
    />
  )
}
