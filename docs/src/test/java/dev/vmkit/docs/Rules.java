package dev.vmkit.docs;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the architecture, for a house whose packages start with {@code root}. The root is a parameter
 * so that the same rules can be held against the wrong house in {@code dev.vmkit.docs.wrong}.
 */
record Rules(String root) {

    /** From the ground up: a room may use those before it. Nobody uses a plugin. */
    static final List<String> ROOMS =
            List.of("api", "language", "machine", "layers", "assembly", "testkit", "tools", "plugins");

    /** In the order of the flow: a package may use those before it. */
    static final List<String> LANGUAGE =
            List.of("text", "yaml", "ieee", "isa", "ir", "semantics", "sensitivity", "device", "codec", "card");

    /** Where a class may live. */
    static final List<String> PLACES = Stream.concat(
                    ROOMS.stream().filter(room -> !room.equals("language")),
                    LANGUAGE.stream().map(name -> "language." + name))
            .toList();

    /** Who alone may use what. A rule of this kind fails if nobody does, so that no rule outlives its reason. */
    private static final List<SoleUser> SOLE_USERS = List.of(
            new SoleUser(using("Jackson", inPackages("tools.jackson..", "com.fasterxml.jackson..")), "language.yaml"),
            new SoleUser(
                    using("PF4J's manager", inPackages("org.pf4j..").and(not(extensionPoint()))), "assembly.catalog"),
            new SoleUser(using("picocli", inPackages("picocli..")), "tools.cli"),
            new SoleUser(using("JLine", inPackages("org.jline..")), "tools"),
            new SoleUser(
                    using("Commons Compress and XZ", inPackages("org.apache.commons.compress..", "org.tukaani..")),
                    "layers.archive"),
            new SoleUser(
                    using("SQLite and PostgreSQL", inPackages("org.sqlite..", "org.postgresql..", "java.sql..")),
                    "tools.classroom.store"),
            new SoleUser(using("db-scheduler", inPackages("com.github.kagkarlsson..")), "tools.classroom.crew"),
            new SoleUser(using("Bouncy Castle", inPackages("org.bouncycastle..")), "tools.debian"),
            new SoleUser(using("java.lang.classfile", inPackages("java.lang.classfile..")), "machine.translate"),
            new SoleUser(touchingTheProcess(), "tools.[cli|isolate]"));

    /** What has a home but no user yet. A rule of this kind fails with the first user: move its line to SOLE_USERS. */
    private static final List<SoleUser> NO_USERS_YET =
            List.of(new SoleUser(using("foreign memory", inPackages("java.lang.foreign..")), "machine.memory"));

    private record SoleUser(DescribedPredicate<JavaClass> user, String home) {}

    /** The packages that alone may use something. */
    static List<String> homes() {
        return SOLE_USERS.stream().map(SoleUser::home).distinct().toList();
    }

    List<ArchRule> all() {
        return Stream.of(
                        Stream.of(
                                everyClassHasARoom(),
                                roomsLookDown(),
                                theLanguageFlowsOneWay(),
                                noTwoPackagesFormACircle(),
                                theContractStandsAlone(),
                                theContractSaysWhatIsStable(),
                                pluginsKnowTheContractAlone(),
                                namesSayWhatAThingIs()),
                        SOLE_USERS.stream().map(this::onlyOneUses),
                        NO_USERS_YET.stream().map(this::nobodyUsesYet))
                .flatMap(rules -> rules)
                .toList();
    }

    private ArchRule everyClassHasARoom() {
        return classes()
                .should()
                .resideInAnyPackage(
                        PLACES.stream().map(place -> root + "." + place + "..").toArray(String[]::new))
                .as("Every class lives in a room, and in the language room at a place in the flow")
                .because("a class outside the rooms would be outside the other rules, too");
    }

    private ArchRule roomsLookDown() {
        return classes()
                .should(lookOnlyBack(root, ROOMS))
                .as("A room uses itself and the rooms below it: " + String.join(" < ", ROOMS))
                .because("whoever reads a room should need to know only what it stands on");
    }

    private ArchRule theLanguageFlowsOneWay() {
        return classes()
                .should(lookOnlyBack(root + ".language", LANGUAGE))
                .as("The language flows one way: " + String.join(" -> ", LANGUAGE))
                .because("nothing later in the flow is needed to understand what is earlier");
    }

    private ArchRule noTwoPackagesFormACircle() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("No two packages form a circle")
                .because("packages in a circle can only be read, tested and changed together");
    }

    private ArchRule theContractStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(root + ".api..")
                .should()
                .onlyDependOnClassesThat(
                        inPackages("java..", "org.jspecify..", root + ".api..").or(extensionPoint()))
                .as("kit-api knows the JDK and PF4J's ExtensionPoint")
                .because("what a plugin author must know is what kit-api mentions");
    }

    private ArchRule theContractSaysWhatIsStable() {
        return classes()
                .that()
                .resideInAPackage(root + ".api..")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(root + ".api.Stable")
                .orShould()
                .beAnnotatedWith(root + ".api.Experimental")
                .as("Every public type of kit-api says whether it is stable, and who may implement it")
                .because("a plugin author has to know what may change");
    }

    private ArchRule pluginsKnowTheContractAlone() {
        return classes()
                .that()
                .resideInAPackage(root + ".plugins..")
                .should()
                .onlyDependOnClassesThat(inPackages("java..", "org.jspecify..", root + ".api..", root + ".plugins..")
                        .or(extensionPoint()))
                .as("A plugin knows kit-api and nothing else of the kit")
                .because("the engine room changes without asking plugins");
    }

    private ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
                .as("No class is called Manager, Helper, Util or Impl")
                .because("the field has a word for what it does");
    }

    private ArchRule onlyOneUses(SoleUser sole) {
        return classes()
                .that(sole.user())
                .should()
                .resideInAPackage(root + "." + sole.home() + "..")
                .as("Only " + sole.home() + " is " + sole.user().getDescription())
                .because("what has one user can be replaced in one place");
    }

    private ArchRule nobodyUsesYet(SoleUser sole) {
        return noClasses()
                .should(ArchCondition.from(sole.user()))
                .as("Nobody is " + sole.user().getDescription() + " yet")
                .because("nothing needed it; if " + sole.home() + " does now, move the line to Rules.SOLE_USERS");
    }

    /** No dependency leads from one of the packages to another that comes later in their order. */
    private static ArchCondition<JavaClass> lookOnlyBack(String parent, List<String> order) {
        return new ArchCondition<>("look only back") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                int from = position(origin);
                for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                    if (from >= 0 && position(dependency.getTargetClass()) > from) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }

            private int position(JavaClass type) {
                return type.getPackageName().startsWith(parent + ".")
                        ? order.indexOf(type.getPackageName()
                                .substring(parent.length() + 1)
                                .split("\\.")[0])
                        : -1;
            }
        };
    }

    private static DescribedPredicate<JavaClass> inPackages(String... packages) {
        return resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> extensionPoint() {
        return nameMatching("org\\.pf4j\\.(ExtensionPoint|Extension)").forSubtype();
    }

    private static DescribedPredicate<JavaClass> using(String name, DescribedPredicate<? super JavaClass> library) {
        return DescribedPredicate.describe(
                "using " + name,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                library.test(dependency.getTargetClass().getBaseComponentType())));
    }

    private static DescribedPredicate<JavaClass> touchingTheProcess() {
        return DescribedPredicate.describe(
                "using the standard streams or System.exit",
                type -> type.getAccessesFromSelf().stream().anyMatch(Rules::touchesTheProcess));
    }

    private static boolean touchesTheProcess(JavaAccess<?> access) {
        String target = access.getTargetOwner().getName() + "." + access.getName();
        return target.matches("java\\.lang\\.System\\.(in|out|err|console|setIn|setOut|setErr|exit)"
                + "|java\\.lang\\.IO\\..*|java\\.lang\\.Runtime\\.(exit|halt)|.*\\.printStackTrace");
    }
}
