<?php

declare( strict_types=1 );

namespace WP_Codebox\Fuzz\Generation;

use WP_Codebox\Fuzz\Inventory\Inventory;
use WP_Codebox\Fuzz\Suite\Fuzz_Case;

/**
 * Yields the cases of a run: the control case of every target, then chunks of each target in turn; every case once per role.
 *
 * The number of a case says everything: (generator version, seed, inventory digest, number, role) makes it again.
 */
final class Case_Generator {

	public const NAME    = 'wp-codebox/case-generator';
	public const VERSION = 1;

	/** Cases of one target before the next one has its turn; its plan is made once for them. */
	private const CHUNK = 6;

	/**
	 * @param Inventory    $inventory       Targets, roles, rows.
	 * @param Target_Plans $plans           Makes the plan of a target.
	 * @param string       $seed            Any text; a number by convention.
	 * @param bool         $allow_mutations Whether to make cases that may change state.
	 */
	public function __construct(
		private readonly Inventory $inventory,
		private readonly Target_Plans $plans,
		private readonly string $seed,
		private readonly bool $allow_mutations = true
	) {}

	/**
	 * @param int $limit Number of cases, roles counted.
	 * @return \Generator<int, Fuzz_Case>
	 */
	public function cases( int $limit = PHP_INT_MAX ): \Generator {
		$yielded = 0;
		foreach ( $this->numbers() as $number => list( $target, $nth, $plan ) ) {
			foreach ( $this->of_draft( $number, $nth, $plan ) as $fuzz_case ) {
				if ( $yielded >= $limit ) {
					return;
				}
				yield $yielded++ => $fuzz_case;
			}
		}
	}

	/**
	 * @param int $number `metadata.generator.index` of the cases.
	 * @return list<Fuzz_Case> The cases with this number, one per role; none where the target has no such case.
	 */
	public function at( int $number ): array {
		$targets = $this->plans->count();
		if ( 0 === $targets || $number < 0 ) {
			return array();
		}
		list( $target, $nth ) = $this->place( $number, $targets );
		return iterator_to_array( $this->of_draft( $number, $nth, $this->plans->get( $target ) ), false );
	}

	/**
	 * Every number with its target; ends when a whole round of the targets had no case left.
	 *
	 * @return \Generator<int, array{int, int, Target_Plan}>
	 */
	private function numbers(): \Generator {
		$targets   = $this->plans->count();
		$plan      = null;
		$current   = -1;
		$exhausted = array();
		$left      = $targets;
		for ( $number = 0; $left > 0; $number++ ) {
			list( $target, $nth ) = $this->place( $number, $targets );
			if ( $target !== $current ) {
				$plan    = isset( $exhausted[ $target ] ) ? null : $this->plans->get( $target );
				$current = $target;
			}
			if ( null === $plan ) {
				continue;
			}
			if ( $nth > self::CHUNK && 1 === $nth % self::CHUNK && $this->is_exhausted( $plan, $nth ) ) {
				$exhausted[ $target ] = true;
				--$left;
				$plan                 = null;
				continue;
			}
			yield $number => array( $target, $nth, $plan );
		}
	}

	/**
	 * @param int $number  Number of a case.
	 * @param int $targets Number of targets.
	 * @return array{int, int} Target, and which of its cases.
	 */
	private function place( int $number, int $targets ): array {
		if ( $number < $targets ) {
			return array( $number, 0 );
		}
		$further = $number - $targets;
		$round   = intdiv( $further, $targets * self::CHUNK );
		$within  = $further % ( $targets * self::CHUNK );
		return array( intdiv( $within, self::CHUNK ), 1 + $round * self::CHUNK + $within % self::CHUNK );
	}

	/** Whether a target has no case in a whole chunk. */
	private function is_exhausted( Target_Plan $plan, int $nth ): bool {
		for ( $ahead = 0; $ahead < self::CHUNK; $ahead++ ) {
			if ( null !== $plan->draft( $nth + $ahead, $this->random( $plan, $nth + $ahead ) ) ) {
				return false;
			}
		}
		return true;
	}

	/**
	 * @return \Generator<int, Fuzz_Case>
	 */
	private function of_draft( int $number, int $nth, Target_Plan $plan ): \Generator {
		$draft = $plan->draft( $nth, $this->random( $plan, $nth ) );
		if ( null === $draft || ( $draft->mutates && ! $this->allow_mutations ) ) {
			return;
		}
		$marker  = Marker::of_case( $number );
		$input   = Marker::replace( $draft->input, Marker::planned(), $marker );
		$markers = str_contains( (string) wp_json_encode( $input ), $marker ) ? array( $marker ) : array();
		$record  = Marker::replace( $this->record( $number, $draft, $markers ), Marker::planned(), $marker );
		foreach ( $this->inventory->roles as $place => $role ) {
			yield new Fuzz_Case(
				"g$number-$role",
				$number * count( $this->inventory->roles ) + $place,
				$draft->kind,
				$draft->entry,
				$this->for_role( $input, $role ),
				$role,
				array(),
				array( 'generator' => $record ),
				$markers
			);
		}
	}

	/**
	 * @param int          $number  Number of the case.
	 * @param Draft        $draft   What it is made of.
	 * @param list<string> $markers Its markers.
	 * @return array<string, mixed> `metadata.generator`.
	 */
	private function record( int $number, Draft $draft, array $markers ): array {
		return array_filter(
			array(
				'name'            => self::NAME,
				'version'         => self::VERSION,
				'seed'            => $this->seed,
				'index'           => $number,
				'inventoryDigest' => $this->inventory->digest(),
				'step'            => $draft->step,
				'mutation'        => isset( $draft->mutations[0] ) && Draft::SINGLE === $draft->step ? $draft->mutations[0]->to_array() : null,
				'mutations'       => Draft::COMBINED === $draft->step ? array_map( static fn( Mutation $mutation ): array => $mutation->to_array(), $draft->mutations ) : null,
				'expectation'     => $draft->expectation,
				'markers'         => $markers ? $markers : null,
			),
			static fn( mixed $value ): bool => null !== $value
		);
	}

	/**
	 * Fills in the caller's own user id; a visitor, who has none, asks for the first user of the site.
	 *
	 * @param array  $input Case input.
	 * @param string $role  Role of the case.
	 * @return array
	 */
	private function for_role( array $input, string $role ): array {
		$own   = $this->inventory->role_users[ $role ] ?? 0;
		$own   = $own > 0 ? $own : (int) ( $this->inventory->rows->of( 'user' )[0] ?? 1 );
		$input = Own_User::fill( $input, $own );
		return Marker::replace( $input, (string) Own_User::PLANNED, (string) $own );
	}

	private function random( Target_Plan $plan, int $nth ): Seeded_Random {
		return new Seeded_Random( (string) self::VERSION, $this->seed, $this->inventory->digest(), $plan->key(), (string) $nth );
	}
}
