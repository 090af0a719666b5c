package dev.vmkit.assembly.catalog;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;

/** An image loader of a plugin; a refusal of the file is the file's fault, all else is the plugin's. */
record GuardedLoader(ImageLoader loader, InstalledPlugin plugin, PluginCode code) implements ImageLoader {

    @Override
    public String format() {
        return code.guarded(plugin, "ImageLoader.format", loader::format);
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return code.guarded(plugin, "ImageLoader.recognises", () -> loader.recognises(fileName, content));
    }

    @Override
    public Image load(String fileName, byte[] content) {
        try {
            return code.guarded(plugin, "ImageLoader.load", () -> loader.load(fileName, content));
        } catch (PluginFailure failure) {
            if (failure.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw failure;
        }
    }
}
