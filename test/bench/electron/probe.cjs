// Required by Electron before the application: says « usable » when the first window's page is. What that means
// comes in the environment as an expression evaluated in the page until it is true, once painted.
const { app } = require('electron')

const { BENCH_USABLE } = process.env
let said = false

app.on('web-contents-created', (_event, contents) => {
  contents.on('dom-ready', () => {
    contents
      .executeJavaScript(
        `new Promise((done) => {
          const look = () => {
            if (!(${BENCH_USABLE})) return setTimeout(look, 2)
            requestAnimationFrame(() => setTimeout(done))
          }
          look()
        }).then(() => true)`,
      )
      .then(() => {
        if (said) return
        said = true
        process.stdout.write('usable\n')
      })
      .catch(() => {})
  })
})
