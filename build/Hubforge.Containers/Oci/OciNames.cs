namespace Hubforge.Containers.Oci;

/// <summary>Names that the image specification fixes.</summary>
internal static class OciNames
{
    public const string RefName = "org.opencontainers.image.ref.name";
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    public const string Config = "application/vnd.oci.image.config.v1+json";
    public const string GzipLayer = "application/vnd.oci.image.layer.v1.tar+gzip";
    public const string ZstdLayer = "application/vnd.oci.image.layer.v1.tar+zstd";
}
