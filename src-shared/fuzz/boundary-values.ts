import type { JsonValue } from '../contracts/json.ts';

/** Values that a parameter gets because of its name, whatever its schema says. `pool` names rows of the site instead. */
export interface NameRule {
	/** Regular expression (case-insensitive) over the parameter's name in snake case. */
	readonly name: string;
	readonly values?: readonly JsonValue[];
	/** Row type of the site's pool, e.g. `user.email`. */
	readonly pool?: string;
}

/**
 * The values that generators try, as data. `{marker}` stands for the case-unique marker.
 * Whole numbers stay within 32 bits, so that 32-bit PHP (WASM) makes the same cases; what is larger is a string.
 */
export const boundaryValues = {
	/** Case-unique marker: prefix, case number in base 36 padded to `width`, suffix. `host` never resolves (RFC 2606). */
	marker: { prefix: 'wpcbx', width: 6, suffix: 'q', host: '{marker}.invalid' },
	integers: [ 1, 0, -1, 2, 100, 255, 256, 65536, 2147483647, -2147483647 ],
	numbers: [ 1, 0, -1, 0.5, -0.5, 1.5, 2147483647 ],
	/**
	 * Strings that show at which sink the marker arrived: SQL, HTML, path, URL, shell, header, template, unserialize.
	 * The first ones show one or two sinks each, all together most of them: they are tried before anything else.
	 * `WP_Codebox_Canary` and `$WPCBX_CANARY` mean something while a case runs in its envelope only.
	 */
	payloads: [
		'{marker}\'"<b>&\\',
		'../../{marker}\r\nX-Marker: {marker}',
		'{marker}.php',
		'http://{marker}.invalid/',
		'O:17:"WP_Codebox_Canary":0:{}',
		"{marker}';>$WPCBX_CANARY;'$(>$WPCBX_CANARY)",
		'../../{marker}',
		"{marker}'",
		'{marker}\r\nX-Marker: {marker}',
		'<script>{marker}</script>',
		"{marker}') OR 1=1 -- ",
		'TzoxNzoiV1BfQ29kZWJveF9DYW5hcnkiOjA6e30=',
		'{marker}\'"<>&;|$(',
		'{marker}%27%2527',
		'{{{marker}}}${{marker}}<%= {marker} %>',
		'php://filter/resource={marker}',
		'a:1:{s:12:"{marker}";}',
		'{marker}\u0000.png',
		'data:text/html,{marker}',
	],
	/** Strings without a marker, at the edge of what programs expect. */
	strings: [
		'',
		' ',
		'0',
		'null',
		'false',
		'undefined',
		'[]',
		'{}',
		'NaN',
		'-1',
		'1e309',
		'9223372036854775808',
		'%',
		'\u0000',
		'\u202e',
		'😀',
		'İ',
	],
	booleans: [ true, false ],
	/** What a parameter of a type may get although it is of another type. */
	wrongTypes: {
		string: [ [ '{marker}' ], { '{marker}': '{marker}' }, 1, true, null ],
		integer: [ '{marker}', [ 1 ], { '{marker}': 1 }, 1.5, '', null ],
		number: [ '{marker}', [ 1.5 ], { '{marker}': 1 }, '', null ],
		boolean: [ '{marker}', 2, [ true ], null, '' ],
		array: [ { '{marker}': '{marker}' }, 5, true, null ],
		object: [ '{marker}', [ '{marker}' ], 5, null ],
		null: [ '{marker}', 0, [] ],
	},
	/** Formats that WordPress knows. */
	formats: {
		'date-time': {
			valid: [
				'2026-02-28T12:00:00',
				'2026-02-28T12:00:00Z',
				'1970-01-01T00:00:00+00:00',
				'9999-12-31T23:59:59',
			],
			invalid: [ '{marker}', '2026-02-30', '12:00', '' ],
		},
		'hex-color': { valid: [ '#000000', '#fff', '#AbCdEf' ], invalid: [ '000000', '#12', '#{marker}', '' ] },
		email: {
			valid: [ '{marker}@example.org', 'a+b.{marker}@sub.example.org' ],
			invalid: [ '{marker}', '{marker}@', '@example.org', '{marker}@example', '' ],
		},
		ip: {
			valid: [ '127.0.0.1', '169.254.169.254', '::1', '2001:db8::1' ],
			invalid: [ '256.1.1.1', '{marker}', '1.2.3', '' ],
		},
		uuid: {
			valid: [ '123e4567-e89b-42d3-a456-426614174000', '00000000-0000-4000-8000-000000000000' ],
			invalid: [ '123e4567', '{marker}', '' ],
		},
		uri: { valid: [ 'http://{marker}.invalid/', 'https://{marker}.invalid/a?b=c#d' ], invalid: [] },
		'text-field': { valid: [ '{marker}', '<b>{marker}</b>' ], invalid: [] },
		'textarea-field': { valid: [ '{marker}\nsecond line' ], invalid: [] },
	},
	/** First match wins; the first values are tried first. */
	names: [
		{ name: '(^|_)(roles?|capabilit(y|ies)|caps?)$', pool: 'role', values: [ 'administrator' ] },
		{ name: '(^|_)(e?mails?|recipients?|mail_to)$', values: [ '{marker}@example.org' ], pool: 'user.email' },
		{
			name: '(^|_)(urls?|uri|links?|href|src|endpoint|website|webhook|callback_url|redirect(_to|_url|_uri)?|return_url|site|host|domain|feed|oembed)$',
			values: [
				'http://{marker}.invalid/',
				'http://169.254.169.254/{marker}',
				'//{marker}.invalid',
				'file:///etc/{marker}',
				'{marker}',
			],
		},
		{
			name: '(^|_)(file_?name|attachment_name)$',
			values: [ '{marker}.php', '../{marker}.php', '{marker}.txt', '{marker}.phtml', '{marker}.svg' ],
		},
		{
			name: '(^|_)(base64|file_?(data|content|contents)|data_uri|blob)$',
			values: [ 'PD9waHAgLy8gd3BjYng=', 'data:image/png;base64,iVBORw0KGgo=', '{marker}' ],
		},
		{
			name: '(^|_)(file|files|path|dir|directory|folder|template|view|theme|locale)$',
			values: [ '../../{marker}', '{marker}.php', '/etc/{marker}', '{marker}' ],
		},
		{
			name: '(^|_)(user_?name|user_?login|login|log|nick_?name|author_name)$',
			pool: 'user.login',
			values: [ '{marker}' ],
		},
		{ name: '(^|_)(password|pass|pwd|user_pass|new_password)$', values: [ '{marker}', '' ] },
		{ name: '(^|_)(nonce|_wpnonce|security|csrf)$', values: [ '{marker}', '' ] },
		{
			name: '(^|_)(token|key|secret|api_?key|hash|signature|code|license(_key)?)$',
			values: [ '{marker}', '', '0', '1' ],
		},
		{
			name: '(^|_)(dates?|time|datetime|timestamp|before|after|since|until|from|to|start|end|expires?|month|year|day)(_gmt|_date|_time|_at)?$',
			values: [ '2026-02-28T12:00:00', '2026-02-28', '1700000000', '{marker}', '0000-00-00 00:00:00' ],
		},
		{ name: '(^|_)(slug|post_name|handle)$', pool: 'slug', values: [ '{marker}' ] },
		{
			name: '(^|_)(status|post_status|state)$',
			values: [ 'draft', 'private', 'any', 'trash', 'publish', "{marker}'" ],
		},
		{
			name: '(^|_)(order_?by|sort_?by|sort(_by)?|sort_column)$',
			values: [ "{marker}'", 'date', 'id', 'title', '(SELECT 1)', 'rand()' ],
		},
		{ name: '^(order|dir|direction|sort_?order)$', values: [ "{marker}'", 'asc', 'desc', 'ASC' ] },
		{
			name: '(^|_)(per_?page|limit|number|count|page_?size|posts_per_page|length|items_per_page)$',
			values: [ -1, 100, 1000000, 0, 1 ],
		},
		{ name: '(^|_)(page|paged|offset|skip|page_?num|start)$', values: [ 1, 0, -1, 1000000 ] },
		{
			name: '(^|_)(search|s|q|query|term|keyword|keywords|filter|name_like|needle)$',
			values: [ "{marker}'", '%', '{marker}<b>', '' ],
		},
		{ name: '(^|_)(post_?types?|subtype)$', pool: 'post-type', values: [ 'post', 'page', 'attachment', 'any' ] },
		{ name: '(^|_)(taxonomy|taxonomies)$', pool: 'taxonomy', values: [ 'category' ] },
		{
			name: '(^|_)(option|option_?name|setting|setting_?(key|name)|meta_?key)$',
			pool: 'option',
			values: [ '{marker}', 'siteurl', 'default_role', 'admin_email' ],
		},
		{ name: '(^|_)context$', values: [ 'edit', 'view', 'embed' ] },
		{
			name: '(^|_)(action|method|type|mode|op|operation|command|task|cmd)$',
			values: [ '{marker}', 'delete', 'update', 'get' ],
		},
		{ name: '(^|_)(php_?)?class(_?name)?$', pool: 'class', values: [ 'stdClass', 'SplFileObject' ] },
		{
			name: '(^|_)(callback|function|func|hook|filter)(_?name)?$',
			values: [ 'phpinfo', 'wpcbx_{marker}', '{marker}' ],
		},
		{
			name: '(^|_)(html|content|body|message|text|description|excerpt|comment|title|subject|label|caption|name|bio|value|css|js)$',
			values: [ '<b>{marker}</b>', '{marker}\'"<>&', '{marker}' ],
		},
		{ name: '(^|_)(duration|expiration|expiry|ttl|timeout|interval|delay|seconds)$', values: [ 3600, 1, 0, -1 ] },
		{ name: '(^|_)(amount|price|total|cost|qty|quantity)$', values: [ 1, 0, -1, '0.01', 1000000 ] },
		{
			name: '(^|_)(data|settings|options|payload|meta|config|params|args|attributes|fields|items|values)$',
			values: [ { '{marker}': "{marker}'" }, [ "{marker}'" ], '{"{marker}":"{marker}"}', '{marker}' ],
		},
		{ name: '(^|_)(ip|ip_address|remote_addr)$', values: [ '127.0.0.1', '169.254.169.254', "{marker}'" ] },
		{ name: '(^|_)colou?r$', values: [ '#000000', '{marker}' ] },
		{ name: '(^|_)(lang|language|locale|country|currency)$', values: [ 'en_US', 'US', "{marker}'" ] },
		{ name: '^(is|has|can|should|enable|disable|show|hide|force|allow)(_|$)', values: [ true, false, '{marker}' ] },
	] as readonly NameRule[],
} as const;
