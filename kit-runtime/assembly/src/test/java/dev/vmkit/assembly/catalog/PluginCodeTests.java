package dev.vmkit.assembly.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.assembly.PluginFolder;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.text.Diagnostics;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginCodeTests {
    private static final String CREATE = "public Device create(DeviceContext context) { return null; }";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "lamps.jar", "lamps.zip"})
    void makesADeviceModelOfAPlugin(String archive) {
        PluginFolder plugin =
                CatalogTests.lampInJava(folder, "public class Lamp implements DeviceModel { " + CREATE + " }");
        if (!archive.isEmpty()) {
            plugin.archive(archive, "");
        }
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            DeviceModel model = lamp(catalog);
            assertThat(model.getClass().getName()).isEqualTo("demo.Lamp");
            assertThat(model.getClass().getClassLoader()).isNotSameAs(DeviceModel.class.getClassLoader());
        }
    }

    @Test
    void looksForClassesInTheFolderClasses() {
        PluginFolder plugin = PluginFolder.plugin(folder, "lamps", "device: lamp.yaml")
                .file("lamp.yaml", "device: lamp\ndoc: A lamp.\nclass: demo.Lamp\nsize: 1\n")
                .file("classes/readme.txt", "compiled");
        plugin.java(
                plugin.path().resolve("classes"),
                "Lamp",
                "public class Lamp implements DeviceModel { " + CREATE + " }");
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            assertThat(lamp(catalog).getClass().getName()).isEqualTo("demo.Lamp");
        }
    }

    @Test
    void loadsNoClassUntilItIsNeeded() {
        CatalogTests.lampInJava(folder, "public class Lamp implements DeviceModel { " + CREATE + " }")
                .file("demo/Lamp.class", "not a class");
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            assertThat(catalog.device(catalog.parts().getFirst(), new Diagnostics()))
                    .isPresent();
        }
        fails(CatalogProblem.FAULT, "plugin lamps failed in its class demo.Lamp: ClassFormatError");
    }

    @Test
    void blamesThePluginForWhatItsConstructorThrows() {
        CatalogTests.lampInJava(
                folder,
                "public class Lamp implements DeviceModel { public Lamp() { throw new IllegalStateException(\"no"
                        + " oil\"); } "
                        + CREATE + " }");
        PluginFailure failure = fails(
                CatalogProblem.FAULT,
                "plugin lamps failed in the constructor of demo.Lamp: IllegalStateException: no oil");
        assertThat(failure.plugin()).isEqualTo("lamps");
        assertThat(failure).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void blamesThePluginForEndlessRecursion() {
        CatalogTests.lampInJava(
                folder, "public class Lamp implements DeviceModel { public Lamp() { new Lamp(); } " + CREATE + " }");
        fails(CatalogProblem.FAULT, "plugin lamps failed in the constructor of demo.Lamp: StackOverflowError");
    }

    @Test
    void hidesTheInsideOfTheKitFromPlugins() {
        CatalogTests.lampInJava(
                folder,
                "public class Lamp implements DeviceModel { Object o = new dev.vmkit.machine.memory.Ram(1, 1, true); "
                        + CREATE + " }");
        PluginFailure failure = fails(
                CatalogProblem.FORBIDDEN,
                "plugin lamps uses dev.vmkit.machine.memory.Ram, which belongs to the inside of the kit");
        assertThat(failure.diagnostic().hint()).isEqualTo("plugins use dev.vmkit.api alone");
    }

    @Test
    void refusesClassesThatAreNoDeviceModels() {
        CatalogTests.lampInJava(folder, "public class Lamp {}");
        fails(CatalogProblem.CLASS, "plugin lamps names class 'demo.Lamp', which does not implement DeviceModel");
        CatalogTests.lampInJava(folder, "class Lamp implements DeviceModel { " + CREATE + " }");
        fails(CatalogProblem.CLASS, "which is not public with a public constructor without arguments");
        CatalogTests.lampInJava(folder, "public class Lamp implements DeviceModel { " + CREATE + " }")
                .file("lamp.yaml", "device: lamp\nclass: demo.Lantern\nsize: 1\n");
        fails(CatalogProblem.CLASS, "plugin lamps names class 'demo.Lantern', which is not in it");
    }

    private PluginFailure fails(CatalogProblem problem, String message) {
        try (Catalog catalog = Catalog.open(List.of(folder))) {
            PluginFailure failure = catchThrowableOfType(PluginFailure.class, () -> lamp(catalog));
            assertThat(failure.diagnostic().problem()).isEqualTo(problem);
            assertThat(failure.diagnostic().message()).contains(message);
            return failure;
        }
    }

    private static DeviceModel lamp(Catalog catalog) {
        Part part = catalog.parts().getFirst();
        DeviceDefinition lamp = catalog.device(part, new Diagnostics()).orElseThrow();
        return catalog.deviceModel(part, lamp.javaClass().orElseThrow());
    }
}
