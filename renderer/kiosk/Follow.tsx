import { useEffect, useState } from 'react'
import style from './Follow.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The ticket on the person's own telephone: an address of the office's network, as a code to photograph and in words. */
export function Follow({ address, code }: { readonly address: string; readonly code: string }) {
  const { language } = useVisit()
  const words = useWords()
  const [svg, setSvg] = useState('')
  const whole = `${address}?lang=${language}&code=${code}`
  useEffect(() => {
    let here = true
    // Read once somebody has a ticket: the kiosk starts without it.
    void import('bwip-js/browser').then(({ toSVG }) => {
      if (here) setSvg(toSVG({ bcid: 'qrcode', text: whole, scale: 1, paddingwidth: 4, paddingheight: 4 }))
    })
    return () => {
      here = false
    }
  }, [whole])
  return (
    <div className={style.follow}>
      {svg !== '' && (
        <img
          className={style.code}
          alt=""
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
        />
      )}
      <p className={style.words}>
        {words.follow} <span dir="ltr">{address}</span>
      </p>
    </div>
  )
}
