import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { peopleWords } from '../../../shared/messages/people/people.fr.ts'
import { useLink } from '../../link/hooks.ts'
import { useBadge } from '../../people/useBadge.ts'
import { useEscape } from '../../ui/escape.ts'
import { Button } from '../../ui/Button.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import style from './People.module.css'
import { personName } from './personName.ts'

const words = peopleWords.page

/** The next badge that this station's reader reads is this person's. */
export function GiveBadge({
  person,
  isEnough,
  onDone,
}: {
  readonly person: Output<'people.view'>['people'][number]
  /** At a counter a badge opens without the code beside it. */
  readonly isEnough: boolean
  readonly onDone: () => void
}) {
  const link = useLink()
  const [message, setMessage] = useState<string>(words.badgeWaits)
  const place = useEscape<HTMLElement>(onDone)
  const name = personName(person)
  useBadge({
    hears: true,
    onUnsure: () => setMessage(words.badgeUnsure),
    onBadge: (badge) => {
      void link.act('badge.enroll', { agentId: person.agentId, badge }).then((result) => {
        if ('error' in result) return setMessage(result.error.message)
        const lacksCode = person.secret === null && !isEnough
        say(lacksCode ? words.badgeNeedsCode(name) : words.badgeDone(name), 'done')
        onDone()
      })
    },
  })
  return (
    <section ref={place} aria-label={words.badgeTitle(name)} className={style.doing}>
      <h3 className={lettering.heading}>{words.badgeTitle(name)}</h3>
      <p>{words.badgeHelp}</p>
      <p role="status">{message}</p>
      <div className={style.acts}>
        <Button keyCap="Échap" onPress={onDone}>
          {words.cancel}
        </Button>
      </div>
    </section>
  )
}
