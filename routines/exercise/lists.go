package exercise

// The words exercise files may use. They are those of the exercise-science note, part 3.

// Kinds lists the kinds in the order a full routine plays them.
var Kinds = []Kind{Dynamic, Activity, Strength, Static, Release}

// Positions lists the positions from standing to lying.
var Positions = []Position{Standing, SeatedChair, SeatedFloor, Kneeling, Quadruped, Supine, Prone, SideLying}

// Sidedness lists what sides may be.
var Sidedness = []Sides{Both, LeftRight}

// Modes lists the ways to count repetitions.
var Modes = []Mode{Together, Alternate, Block}

// Loads is what the spine and hips do. "End" is bending as far as it goes, or held there; filters leave these out in
// the morning and for those whom bending or leaning back hurts.
var Loads = []string{
	"neutral",
	"flexion-mild", "flexion-end",
	"extension-mild", "extension-end",
	"rotation", "side-bend",
	"hip-flexion", "hip-rotation",
}

// Equipments is what an exercise needs at hand. A name ending in "-optional" only makes it more comfortable.
var Equipments = []string{
	"mat",
	"chair", "chair-or-bench", "step-or-chair", "wall", "wall-or-chair", "doorway",
	"foam-roller", "ball", "strap-or-towel",
	"strap-optional", "pillow-optional", "cushion-optional",
}

// Purposes is what an exercise is good for.
var Purposes = []string{
	"warm-up", "cool-down", "activity", "strength",
	"morning", "evening", "desk", "micro-break", "on-the-go",
	"post-run", "rest-day", "rehab",
}

// Cautions is who should leave an exercise out, or do it in an easier form. Careful practice, not trial results.
var Cautions = []string{
	"disc-flexion",        // disc trouble or sciatica that bending makes worse
	"disc-acute",          // a flare in the last 2 weeks
	"sciatica-tension",    // tingling or pain below the knee on stretching the leg
	"extension-pain",      // stenosis, spondylolisthesis, or leaning back hurts
	"osteoporosis",        // thin bones or an earlier fracture of the spine
	"preg-supine",         // after the first trimester, flat on the back
	"preg-prone",          // on the front
	"preg-late",           // the belly is in the way, or the head is down
	"preg-twist",          // a deep closed twist
	"preg-knees-together", // needs wide knees
	"diastasis",           // birth within 12 weeks, or an abdominal gap not checked
	"recent-abdominal",    // an abdominal operation or caesarean within 12 weeks
	"acute-strain",        // a back strain in the first 3 days
	"shoulder", "wrist", "knee", "neck", "hip-replacement", "rib-injury",
	"vertigo", // dizziness on moving the head or with the head down
	"bp-eyes", // uncontrolled blood pressure, or glaucoma
	"balance", // unsteady
}
