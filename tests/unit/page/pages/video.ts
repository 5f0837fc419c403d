/** Pages that are made after a video's page on YouTube, and not taken from there. */

/** The panel that YouTube has had for years. */
export const OLDER_PANEL = `<ytd-transcript-segment-list-renderer>
<ytd-transcript-segment-renderer><div class="segment style-scope" role="button"><div class="segment-start-offset"><div class="segment-timestamp">
 0:01 </div></div><yt-formatted-string class="segment-text">All right, so here we are</yt-formatted-string></div></ytd-transcript-segment-renderer>
<ytd-transcript-segment-renderer><div class="segment style-scope" role="button"><div class="segment-start-offset"><div class="segment-timestamp">
 1:02:07 </div></div><yt-formatted-string class="segment-text">in front of
 the “elephants”</yt-formatted-string></div></ytd-transcript-segment-renderer>
</ytd-transcript-segment-list-renderer>`;

const newerLine = (time: string, label: string, words: string) => `<transcript-segment-view-model
 class="ytwTranscriptSegmentViewModelHost"><div class="ytwTranscriptSegmentViewModelTimestamp" aria-hidden="true">${time}</div>
 <div class="ytwTranscriptSegmentViewModelTimestampA11yLabel" style="position:absolute;clip:rect(0,0,0,0)">${label}</div>
 <span class="ytAttributedStringHost" role="text">${words}</span></transcript-segment-view-model>`;

/** The one that it gives to more and more videos since 2026. */
export const NEWER_PANEL = `<yt-section-list-renderer data-target-id="PAmodern_transcript_view">
${newerLine('0:01', '1 second', 'All right, so here we are')}
${newerLine('1:02:07', '1 hour, 2 minutes, 7 seconds', 'in front of the “elephants”')}
</yt-section-list-renderer>`;

export const videoPage = (
	panel: string,
): string => `<!doctype html><html lang="en"><title>Me at the zoo - YouTube</title>
<style>transcript-segment-view-model, ytd-transcript-segment-renderer, yt-section-list-renderer { display: block }
#panels { height: 60px; overflow-y: auto }</style>
<body><header>Search</header><div id="columns"><div id="primary"><h1>Me at the zoo</h1>
<div id="description">The first video. It was filmed in front of the elephants, and is short.</div>
<div id="comments"><p>I was there.</p></div></div>
<div id="secondary"><div id="panels">${panel}</div><a href="/watch?v=b">Another video</a></div></div></body></html>`;
