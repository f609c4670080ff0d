import type { Ground } from '../../shared/contract/queue/rules.ts'
import { Card } from './Card.tsx'
import { KioskButton } from './KioskButton.tsx'
import style from './Choices.module.css'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'
import screen from './Screen.module.css'

/** The grounds recognised here, each with its text: the person says which, its proof is seen at the counter. */
export function Priority() {
  const { view, wish, setWish, go, backBefore } = useVisit()
  const words = useWords()
  const kinds = {
    law: words.priorityLaw,
    deadline: words.priorityDeadline,
    local: words.priorityLocal,
  } as const
  const choose = (ground: Ground) => {
    if (ground.companion) return go({ at: 'companion', ground })
    setWish({ ...wish, priority: { ground, companion: false } })
    backBefore('priority')
  }
  return (
    <Screen
      title={words.priorityAsk}
      help={words.priorityProof}
      foot={
        wish.priority && (
          <KioskButton
            wide
            onPress={() => {
              setWish({ ...wish, priority: null })
              backBefore('priority')
            }}
          >
            {words.priorityNone}
          </KioskButton>
        )
      }
    >
      <ul role="list" className={style.list}>
        {view.grounds.map((ground) => (
          <li key={ground.groundId}>
            <Card
              title={<Said>{ground.title}</Said>}
              help={[kinds[ground.priority], ...(ground.priority === 'local' ? [] : [ground.source])].join(
                ' – ',
              )}
              onPress={() => choose(ground)}
            />
          </li>
        ))}
      </ul>
    </Screen>
  )
}

/** Some grounds name the companion too (CASF L241-3). Then back to where the priority was asked from. */
export function Companion({ ground }: { readonly ground: Ground }) {
  const { wish, setWish, backBefore } = useVisit()
  const words = useWords()
  const answer = (companion: boolean) => {
    setWish({ ...wish, priority: { ground, companion } })
    backBefore('priority')
  }
  return (
    <Screen
      title={words.companionAsk}
      help={words.companionHelp}
      foot={
        <div className={screen.acts}>
          <KioskButton kind="primary" wide onPress={() => answer(true)}>
            {words.yes}
          </KioskButton>
          <KioskButton wide onPress={() => answer(false)}>
            {words.no}
          </KioskButton>
        </div>
      }
    />
  )
}
