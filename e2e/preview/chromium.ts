import { chromium, type Browser } from '@playwright/test';

/** Nothing but this machine is there to be reached; host names below `localhost` are this machine. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
];

/**
 * Lends a Chromium.
 *
 * @param fixtures None.
 * @param lend     What is done with it.
 */
export async function launchChromium( {}: object, lend: ( browser: Browser ) => Promise< void > ): Promise< void > {
	const browser = await chromium.launch( {
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		args: ARGUMENTS,
	} );
	await lend( browser );
	await browser.close();
}

/**
 * Whether a request would leave the machine.
 *
 * @param url Its address.
 */
export function isOutside( url: string ): boolean {
	const { protocol, hostname } = new URL( url );
	return /^(https?|wss?):$/.test( protocol ) && ! /(^|\.)localhost$/.test( hostname ) && hostname !== '127.0.0.1';
}
