import { byHand } from '../../shared/messages/closing.fr.ts'
import { Button } from '../ui/Button.tsx'
import { say } from '../ui/notices.ts'
import { useAct } from './acts.ts'

const words = byHand

/** The queue's rule on paper, for whoever asks. */
export function PrintRule() {
  const act = useAct()
  const print = async () => {
    const output = await act('rules.print', {})
    if (output) say(output.printed ? words.ruleSent : words.ruleNoPrinter)
  }
  return <Button onPress={() => void print()}>{words.rule}</Button>
}
