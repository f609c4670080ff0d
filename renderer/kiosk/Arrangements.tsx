import { Square, SquareCheck } from 'lucide-react'
import { Arrangement } from '../../shared/contract/queue/rows.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Choices.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** What the person needs to be received: a closed list, several at once, never a diagnosis. */
export function Arrangements() {
  const { wish, setWish, backBefore } = useVisit()
  const words = useWords()
  const turn = (one: Arrangement) =>
    setWish({
      ...wish,
      arrangements: wish.arrangements.includes(one)
        ? wish.arrangements.filter((other) => other !== one)
        : [...wish.arrangements, one],
    })
  return (
    <Screen
      title={words.arrangementsAsk}
      help={words.arrangementsHelp}
      foot={
        <KioskButton kind="primary" wide onPress={() => backBefore('arrangements')}>
          {words.goOn}
        </KioskButton>
      }
    >
      <div role="group" aria-label={words.arrangementsAsk} className={style.list}>
        {Arrangement.options.map((one) => {
          const chosen = wish.arrangements.includes(one)
          const Box = chosen ? SquareCheck : Square
          return (
            <KioskButton
              key={one}
              wide
              chosen={chosen}
              icon={<Box aria-hidden size={40} />}
              onPress={() => turn(one)}
            >
              {words[one]}
            </KioskButton>
          )
        })}
      </div>
    </Screen>
  )
}
