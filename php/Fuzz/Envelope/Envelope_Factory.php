<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Envelope;

use WP_Codebox\Fuzz\Envelope\Database\Database_Guard;
use WP_Codebox\Fuzz\Envelope\Database\Mysql_Rollback;
use WP_Codebox\Fuzz\Envelope\Database\Sqlite_Rollback;
use WP_Codebox\Fuzz\Run\Case_Process;
use WP_Codebox\Fuzz\Run\Worker_Command;
use WP_Codebox\Fuzz\Run\Worker_Processes;

/**
 * Puts the guards together for this site. Their order matters: each may use what the earlier ones put back.
 */
final class Envelope_Factory {

	/**
	 * @param Role_Users|null $users   Who stands for a role; by default the users of the site.
	 * @param \Closure|null   $answer  Answers outbound HTTP, see Guards\Http_Guard; by default everything is blocked.
	 * @param int             $seconds Wall time of a case.
	 * @param int             $bytes   Memory of a case.
	 */
	public static function make( ?Role_Users $users = null, ?\Closure $answer = null, int $seconds = 10, int $bytes = 268435456 ): Isolating_Envelope {
		global $wpdb;
		$rollback = $wpdb->dbh instanceof \mysqli ? new Mysql_Rollback( $wpdb ) : new Sqlite_Rollback( $wpdb );
		return new Isolating_Envelope(
			array(
				new Guards\Process_Guard(),
				new Guards\Object_Cache_Guard(),
				new Guards\Globals_Guard(),
				new Guards\Hooks_Guard(),
				new Guards\Blog_And_Locale_Guard(),
				new Guards\Response_Guard(),
				new Guards\Http_Guard( $answer ),
				new Guards\Mail_And_Schedule_Guard(),
				new Guards\File_Guard(),
				new Guards\Canary_Guard(),
				new Database_Guard( $wpdb, $rollback ),
				new Guards\User_Guard( $users ?? new Site_Role_Users() ),
				new Guards\Request_Guard(),
				new Guards\Php_Error_Guard(),
				new Guards\Output_Guard(),
			),
			new Guards\Limits_Guard( $seconds, $bytes )
		);
	}

	/**
	 * Cases in worker processes, as the current user where they name no role; only where Worker_Processes::are_possible().
	 *
	 * @param bool             $may_mutate Whether the worker runs cases that change state.
	 * @param int              $seconds    Wall time of a case.
	 * @param int              $bytes      Memory of a case.
	 * @param list<array>|null $opt_ins    Which of them, see Mutation_Policy; null: all.
	 */
	public static function supervised( bool $may_mutate = false, int $seconds = 10, int $bytes = 268435456, ?array $opt_ins = null ): Supervised_Envelope {
		$command = Worker_Command::of(
			Worker_Command::CASES,
			array(
				'seconds'   => $seconds,
				'bytes'     => $bytes,
				'mutations' => $may_mutate,
				'optIns'    => $opt_ins,
				'user'      => get_current_user_id(),
			)
		);
		return new Supervised_Envelope( static fn(): Case_Process => new Case_Process( $command, $seconds ), Worker_Processes::are_hosted() );
	}
}
