/** The key that begins the guided day, as the help tells it while the day does not show: no page reads the lesson for it. */
export const lessonKeyWord = 'Journée guidée : commencer, ou recommencer'
