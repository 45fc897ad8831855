@echo off
rem thuoc on an office PC with Windows 10 or 11, 64 bit.
rem Written from uv's documentation and NOT TRIED ON WINDOWS. Tried on Linux: the downloads that "prepare" makes.
rem
rem   start.cmd             sets everything up if need be, then opens the web app on this computer
rem   start.cmd serve --demo   any command of thuoc; without one it is: serve
rem   start.cmd prepare     on a machine with internet: fills the folder wheels\ for machines without
rem
rem Where wheels\ holds requirements.txt nothing is asked of the network.
setlocal
chcp 65001 >nul
cd /d "%~dp0"
set "THUOC_PYTHON=3.11"
set "UV_PYTHON_INSTALL_DIR=%~dp0wheels\python"
set "UV_EXE=uv"
if exist "wheels\uv.exe" set "UV_EXE=%~dp0wheels\uv.exe"
"%UV_EXE%" --version >nul 2>&1 || goto no_uv
if /i "%~1"=="prepare" goto prepare

if exist ".venv\thuoc-ready" fc /b requirements.lock ".venv\thuoc-ready" >nul 2>&1 && goto run
echo Đang cài đặt lần đầu... / Setting up, once...
if exist "wheels\requirements.txt" goto offline

"%UV_EXE%" venv --clear --python %THUOC_PYTHON% .venv || goto failed
"%UV_EXE%" pip install --python .venv --require-hashes --only-binary :all: -r requirements.lock || goto failed
goto ready

:offline
set "UV_OFFLINE=1"
"%UV_EXE%" venv --clear --python %THUOC_PYTHON% --no-python-downloads .venv || goto failed
"%UV_EXE%" pip install --python .venv --no-index --find-links wheels --require-hashes --only-binary :all: -r wheels\requirements.txt || goto failed

:ready
copy /y requirements.lock ".venv\thuoc-ready" >nul || goto failed

:run
if "%~1"=="" (
  ".venv\Scripts\python.exe" -X utf8 -c "from cli import main; main()" serve
) else (
  ".venv\Scripts\python.exe" -X utf8 -c "from cli import main; main()" %*
)
set "ENDED=%ERRORLEVEL%"
if not "%ENDED%"=="0" pause
exit /b %ENDED%

:prepare
if not exist wheels mkdir wheels
"%UV_EXE%" python install --no-bin --no-registry --install-dir "%UV_PYTHON_INSTALL_DIR%" %THUOC_PYTHON% || goto failed
"%UV_EXE%" pip compile --quiet --python-version %THUOC_PYTHON% --python-platform windows --generate-hashes --no-annotate --constraints requirements.lock --output-file wheels\requirements.txt pyproject.toml || goto failed
"%UV_EXE%" venv --clear --seed --python %THUOC_PYTHON% wheels\fetch || goto failed
wheels\fetch\Scripts\python.exe -m pip download --no-deps --require-hashes --only-binary :all: -d wheels -r wheels\requirements.txt || goto failed
rmdir /s /q wheels\fetch
for /f "delims=" %%F in ('where uv 2^>nul') do if not exist "wheels\uv.exe" copy /y "%%F" wheels\uv.exe >nul
if not exist "wheels\uv.exe" goto no_uv
echo Đã xong. Chép cả thư mục này sang máy không có mạng. / Done. Copy this whole folder to the machine without internet.
exit /b 0

:no_uv
echo Không thấy uv.exe. Máy có mạng: cài uv, mở lại cửa sổ lệnh. Máy không có mạng: cần wheels\uv.exe (xem README.md).
echo uv.exe was not found. With internet: install uv and open a new window. Without: wheels\uv.exe is needed (README.md).
pause
exit /b 1

:failed
echo Chưa cài đặt được; các dòng ở trên cho biết vì sao. Dữ liệu trong var\ vẫn nguyên. / Not set up; the lines above say why. Data in var\ are untouched.
pause
exit /b 1
