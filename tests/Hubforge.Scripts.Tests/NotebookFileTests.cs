namespace Hubforge.Scripts.Tests;

/// <summary>set-notebook-kernels, unset-notebook-kernels, get-imports, kernel-setup.</summary>
[CancelAfter(60_000)]
internal sealed class NotebookFileTests
{
    private readonly ScriptImage _image = new();

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task A_notebook_gets_the_kernels_name_and_loses_it_again()
    {
        _image.Spec("lab", "kernel.name", "The Lab ★\n");
        var path = _image.Write("work/a.ipynb", Notebooks.Of("1"));

        var set = await _image.RunAsync("set-notebook-kernels", "lab", path);
        var named = _image.Read("work/a.ipynb");
        var unset = await _image.RunAsync("unset-notebook-kernels", _image.Root / "work");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(set.ExitCode + unset.ExitCode, Is.Zero, set.Error + unset.Error);
            Assert.That(
                named,
                Does.Contain("\"display_name\": \"The Lab ★\"").And.Contain("\"name\": \"lab\"")
            );
            Assert.That(_image.Read("work/a.ipynb"), Does.Not.Contain("kernelspec"));
        }
    }

    [Test]
    public async Task Files_that_are_no_notebooks_are_told_after_the_others_are_changed()
    {
        _image.Spec("lab", "kernel.name", "Lab\n");
        _image.Write("work/b.ipynb", Notebooks.Of("1"));
        _image.Write("work/a.ipynb", "{ not json");

        var result = await _image.RunAsync("set-notebook-kernels", "lab", _image.Root / "work");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("a.ipynb is not a notebook"));
        Assert.That(_image.Read("work/b.ipynb"), Does.Contain("kernelspec"));
    }

    [Test]
    public async Task Imports_are_found_in_cells_and_files_without_pythons_own()
    {
        _image.Write(
            "work/a.ipynb",
            Notebooks.Of(
                "%matplotlib inline\nimport os, numpy as np\n!pip list",
                "%%bash\nimport nothing",
                "from astropy.io import fits"
            )
        );
        _image.Write("work/helpers.py", "");
        var file = _image.Write(
            "work/b.py",
            "import helpers\nfrom . import c\nimport scipy.stats\n"
        );

        var result = await _image.RunAsync("get-imports", _image.Root / "work", file);

        Assert.That(result.Output, Is.EqualTo("astropy.io\nnumpy\nscipy.stats\n"));
    }

    [Test]
    public async Task A_kernel_runs_in_its_activated_environment()
    {
        _image.Spec("lab", "kernel.name", "Lab\n");
        _image.Environment("lab");

        var result = await _image.RunAsync("kernel-setup", "lab");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(
                _image.Read("kernels/lab/kernel.json"),
                Does.Contain($"\"{ScriptImage.Scripts}/env-run\"")
                    .And.Contain("\"lab\"")
                    .And.Contain("{connection_file}")
                    .And.Contain("\"display_name\": \"Lab\"")
            );
            Assert.That(result.Error, Does.Contain("no ipykernel"));
        }
    }

    [Test]
    public async Task A_kernel_of_an_environment_that_is_not_installed_is_refused()
    {
        _image.Spec("lab", "kernel.name", "Lab\n");

        var result = await _image.RunAsync("kernel-setup", "lab");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("try:       env-install lab"));
    }
}
