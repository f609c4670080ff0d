import { useKeys } from '../ui/keys.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Choices.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** One ticket for a family: the time foreseen at the counter follows. */
export function Requests() {
  const { wish, setWish, backBefore } = useVisit()
  const words = useWords()
  const choose = (requests: number) => {
    setWish({ ...wish, requests })
    backBefore('requests')
  }
  useKeys(Object.fromEntries(counts.map((count) => [`Digit${count}`, () => choose(count)])))
  return (
    <Screen title={words.requestsAsk} help={words.requestsHelp}>
      <div role="group" aria-label={words.requestsAsk} className={style.figures}>
        {counts.map((count) => (
          <KioskButton
            key={count}
            chosen={count === wish.requests}
            aria-label={words.requests(count)}
            onPress={() => choose(count)}
          >
            {count}
          </KioskButton>
        ))}
      </div>
    </Screen>
  )
}
