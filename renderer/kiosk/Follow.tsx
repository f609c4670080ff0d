import { Qr } from '../ui/Qr.tsx'
import style from './Follow.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The ticket on the person's own telephone: an address of the office's network, as a code to photograph and in words. */
export function Follow({ address, code }: { readonly address: string; readonly code: string }) {
  const { language } = useVisit()
  const words = useWords()
  return (
    <div className={style.follow}>
      <Qr text={`${address}?lang=${language}&code=${code}`} className={style.code} />
      <p className={style.words}>
        {words.follow} <span dir="ltr">{address}</span>
      </p>
    </div>
  )
}
