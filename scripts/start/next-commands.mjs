// @ts-check

/** What a person may want to do after a first look without a display. */
export const NEXT = `
Next:
  npm start -- --upstream http://127.0.0.1:11434   asks a model server of your own
  npm start -- --browser firefox                   does the same in Firefox
  npm run build                                    makes .output/chrome-mv3, to load in your own browser`;
