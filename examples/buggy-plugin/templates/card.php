<?php

declare( strict_types=1 );
?>
<p class="workshop">Workshop</p>
