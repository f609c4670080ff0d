import type { Ground } from '../../shared/contract/queue/rules.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Screen.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

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
        <div className={style.acts}>
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
